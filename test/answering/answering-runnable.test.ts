import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { CallbackManager } from '@langchain/core/callbacks/manager';
import { Runnable, RunnableLambda } from '@langchain/core/runnables';
import ts from 'typescript';
import { AnsweringRunnable, type Asked } from '../../src/answering/answering-runnable';
import { NOW, openSmallStage, type SmallStage } from '../bot/small-stage';
import { guideText } from '../knowledge/entry-files';
import { KnowledgeFolder, removeKnowledgeFolders } from '../knowledge/knowledge-folder';
import { switchTracingOn } from '../support/switched-on-tracing';

let stage: SmallStage;
beforeAll(async () => {
  stage = await openSmallStage();
});
const open = (): AnsweringRunnable => new AnsweringRunnable({ ...stage.rooms, now: () => NOW });

describe('AnsweringRunnable', () => {
  it('is a LangChain runnable that gives outcome, text, citations and confidence', async () => {
    const answering = open();
    expect(answering).toBeInstanceOf(Runnable);
    expect(await answering.invoke({ question: 'Molinoria Ventosa Restauria', locale: 'fr' })).toEqual({
      outcome: 'call-closed',
      text: expect.stringContaining('Molinoria Ventosa Restauria'),
      citations: [{ entry: 'closed', title: 'Molinoria Ventosa Restauria' }],
      confidence: expect.any(Number),
    });
  });

  it('tells what cannot be answered as an outcome, with no citation', async () => {
    const answer = await open().invoke({ question: 'Xyzzyqua Plughovar', locale: 'de' });
    expect(answer).toMatchObject({ outcome: 'no-evidence', citations: [] });
    expect(answer.text).toMatch(/^Das weiß ich nicht/);
  });

  it('knows where the enquirer is, unless the question names a place', async () => {
    expect((await open().invoke({ question: 'Apiarica', locale: 'en', area: 'EL514' })).outcome).toBe('wrong-area');
    expect((await open().invoke({ question: 'Apiarica', locale: 'en', area: 'ES523' })).outcome).toBe('answered');
  });

  it.each([{}, { question: 7, locale: 'en' }, { question: 'x', locale: 'xx' }, { question: 'x', locale: 'en', area: 'here' }, 'x'])(
    'refuses what is no question: %j',
    async (given) => {
      await expect(open().invoke(given as Asked)).rejects.toThrow();
    },
  );

  it('can be asked in a batch, as a stream and as part of a chain', async () => {
    const question: Asked = { question: 'Apiarica', locale: 'en' };
    expect((await open().batch([question, question])).map(({ outcome }) => outcome)).toEqual(['answered', 'answered']);
    for await (const { outcome } of await open().stream(question)) expect(outcome).toBe('answered');
    const chain = RunnableLambda.from((text: string): Asked => ({ question: text, locale: 'en' })).pipe(open());
    expect((await chain.invoke('Apiarica')).outcome).toBe('answered');
  });
});

describe('tracing that somebody switched on', () => {
  const { requestsDuring } = switchTracingOn();

  it('does not make what is asked leave the house', async () => {
    // Tracing is on indeed: where LangChain makes its callback manager, it traces.
    expect((await CallbackManager.configure())?.handlers.map(({ name }) => name)).toContain('langchain_tracer');
    const question: Asked = { question: 'Apiarica', locale: 'en' };
    const asking = async () => {
      await Promise.all([open().invoke(question), open().batch([question])]);
      for await (const { outcome } of await open().stream(question)) expect(outcome).toBe('answered');
    };
    expect(await requestsDuring(asking)).toBe(0);
  });
});

const ROOT = join(__dirname, '..', '..');

describe('The chains of the README', () => {
  afterAll(removeKnowledgeFolders);

  it('work as they are written', async () => {
    const readme = readFileSync(join(ROOT, 'README.md'), 'utf8');
    const [, code = ''] = /^## Use Ponte's retriever in your chains\n[^#]*?```ts\n([\s\S]*?)```/m.exec(readme) ?? [];
    expect(code).toContain("folder: 'knowledge'");
    const printed: unknown[][] = [];
    const console = { log: (...values: unknown[]) => void printed.push(values) };
    // The shipped folder takes half a minute to index on a small machine.
    await runModule(code.replace("folder: 'knowledge'", 'folder: FOLDER'), { console, FOLDER: smallFolder().path });
    expect(printed).toEqual([
      ['coop#0.es', expect.any(Number)],
      ['answered', 'https://example.org/coop'],
    ]);
  });
});

function smallFolder(): KnowledgeFolder {
  const folder = new KnowledgeFolder();
  folder.write(
    'guides/coop.md',
    guideText(
      'coop',
      {
        title: '{ en: "Grants for cooperatives", es: "Ayudas para cooperativas" }',
        summary: '{ en: "What cooperatives may get.", es: "Qué pueden recibir las cooperativas." }',
        sources: '[{ title: "A source", url: "https://example.org/coop" }]',
      },
      '## Where\n\nAt the town hall.',
    ),
  );
  for (const thing of ['boats', 'bakeries', 'forests'])
    folder.write(`guides/${thing}.md`, guideText(thing, { title: `{ en: "About ${thing}" }` }, `## What\n\nWords on ${thing}.`));
  return folder;
}

/** Runs TypeScript as a module at the top of the project, with these names in place of the global ones. */
async function runModule(code: string, names: Readonly<Record<string, unknown>>): Promise<void> {
  const { outputText } = ts.transpileModule(code, { compilerOptions: { module: ts.ModuleKind.CommonJS, target: ts.ScriptTarget.ES2022 } });
  const load = (name: string): unknown => require(name.startsWith('.') ? join(ROOT, name) : name);
  const run = new Function('require', 'exports', ...Object.keys(names), `return (async () => {${outputText}\n})()`);
  await run(load, {}, ...Object.values(names));
}
