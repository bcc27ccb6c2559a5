import { renderAnswer } from '../../src/answering/render-answer';
import { layOut } from '../../src/answering/sentences';
import type { Locale } from '../../src/domain/locale';
import { splitPassages } from '../../src/knowledge/split-passages';
import { askOne } from '../../src/staff/ask';
import { guideEntry } from '../support/sample-entries';
import { languages, smallAnswerer } from '../support/small-answerer';
import { openStage } from '../support/stage';

const NOW = new Date('2026-11-21T12:00:00Z');
const STEPS = ['Agree on the aim.', 'Write the rules.', 'Pay in the capital.', 'Register it. The court does that.', 'Tell the neighbours.'];
const MILL = guideEntry(
  {
    id: 'mill',
    locale: 'en',
    otherNames: ['Quernhouse'],
    title: { en: 'Founding a common mill: how many millers, which steps?', fr: 'Fonder un moulin commun : combien, quelles étapes ?' },
    summary: {
      en: 'Millers a common mill needs, the steps and who advises.',
      fr: 'Combien de meuniers il faut, les étapes et qui conseille.',
    },
  },
  {
    en: [
      '## What is a common mill?\n\nA mill that belongs to those who bring their grain, and is run by them. Each has one vote.',
      '## How many millers?\n\n### Spain\n\nSpain, millers needed for a common mill: three.\n\n### Greece\n\nGreece, millers needed for a common mill: seven.',
      `## Which steps are usual?\n\n${STEPS.map((step) => `- ${step}`).join('\n')}\n\nStart small.`,
      '## Which law rules mills?\n\nThe law of 1907. A mill that is held in common falls under it when its millers wish so; people call that the Grist.',
      '## Which kinds of mill exist?\n\n- Water mill: the common kind.\n- Quernhouse: a mill turned by hand, for those far from a river.',
      '## How many querns does a Quernhouse need?\n\nAt least five of them, and seven where a Quernhouse grinds for the poor as well.',
      `## What do millers say?\n\n${Array.from({ length: 9 }, (_, n) => `${n + 1}. ${`Voice ${n + 1} praises flour. `.repeat(5).trim()}`).join('\n')}`,
    ].join('\n\n'),
  },
);

describe('The passage that answers', () => {
  let opened: Awaited<ReturnType<typeof smallAnswerer>>;
  beforeAll(async () => {
    opened = await smallAnswerer([MILL]);
  });
  const ask = async (text: string, locale: Locale = 'en', area?: string) => {
    const answer = await opened.answerer.answer({ text, locale, at: NOW, area });
    return { answer, reply: renderAnswer(answer, languages.speechIn(locale), opened.knowledge, NOW) };
  };

  it('of what a thing is, is the section that says so, not the summary that names all', async () => {
    const { answer, reply } = await ask('what is a common mill');
    expect(answer.sentences[0]?.at?.passage).toBe('mill#1.en');
    expect(reply.text).toMatch(/^A mill that belongs to those who bring their grain/);
  });

  it('of a kind of it is where that is named first, not what a later heading asks of it', async () => {
    const { answer } = await ask('what is a quernhouse');
    expect(answer.sentences[0]?.at?.passage).toBe('mill#6.en');
  });

  it('of how to do it is the list of steps, whole and as a list', async () => {
    const { reply } = await ask('which steps are usual for a mill');
    expect(reply.text.split('\n').slice(0, 7)).toEqual(['Which steps are usual?', ...STEPS.map((step) => `• ${step}`), 'Start small.']);
  });

  it.each([
    ['ES', 'three'],
    ['EL', 'seven'],
  ])('for somebody in %s is that under their country', async (area, number) => {
    expect((await ask('how many millers for a common mill', 'en', area)).reply.text).toContain(`common mill: ${number}.`);
  });

  it('tells that a long list goes on', async () => {
    const { reply } = await ask('what do millers say in praise of flour');
    const [lines = ''] = reply.text.split('\n\n');
    expect(lines).toMatch(/^What do millers say\?\n1\. Voice 1/);
    expect(lines).toMatch(/\n…$/);
    expect(lines.length).toBeLessThan(700);
  });

  it('stands in English below one’s own headline where nobody translated the body', async () => {
    const { reply } = await ask('étapes pour fonder un moulin commun', 'fr');
    expect(reply.text).toMatch(/^Combien de meuniers il faut/);
    expect(reply.quotes?.map(({ locale }) => locale)).toContain('en');
  });
});

describe('Sentences as they are read', () => {
  const of = (line: number, mark: string, text: string, goesOn?: true) => ({
    text,
    locale: 'en' as const,
    entry: 'a',
    at: { passage: 'a#1.en', line, mark, ...(goesOn && { goesOn }) },
  });

  it.each([
    ['paragraphs run on', [of(0, '', 'One.'), of(0, '', 'Two.'), of(1, '', 'Three.')], 'One. Two. Three.'],
    ['one item alone is no list', [of(3, '•', 'One.', true)], 'One.'],
    ['an item keeps its second sentence', [of(0, '1.', 'One.'), of(0, '1.', 'More.'), of(1, '2.', 'Two.')], '1. One. More.\n2. Two.'],
    ['what follows a list is not of it', [of(0, '•', 'One.'), of(1, '•', 'Two.'), of(3, '', 'End.')], '• One.\n• Two.\nEnd.'],
    ['without a passage they run on', [of(0, '', 'One.'), { text: 'Two.', locale: 'en' as const, entry: 'a' }], 'One. Two.'],
  ])('%s', (_, sentences, laid) => {
    expect(layOut(sentences)).toBe(laid);
  });
});

describe('A passage', () => {
  it('keeps apart the words of a line and the mark before it', () => {
    const passages = splitPassages(guideEntry({}, { en: '## A\n\nLead:\n\n- one\n* **two**\n3) three\n\nEnd.\n\n## B\n\nText.' }));
    const [a, b] = passages.filter(({ id }) => !id.includes('#0.'));
    const lines = a?.text.split('\n').map((text, n) => [a.marks?.[n], text]);
    expect(lines?.filter(([, text]) => text)).toEqual([
      ['', 'Lead:'],
      ['•', 'one'],
      ['•', 'two'],
      ['3.', 'three'],
      ['', 'End.'],
    ]);
    expect(b).not.toHaveProperty('marks');
  });
});

describe('In the shipped folder', () => {
  it.each([
    ['¿Qué es una cooperativa?', 'guide-found-cooperative#1.es'],
    ['pasos para crear una cooperativa', 'guide-found-cooperative#13.es'],
    ['ποια βήματα για συνεταιρισμό', 'guide-found-cooperative#13.el'],
    ['quanti soci servono per una cooperativa', 'guide-found-cooperative#6.it'],
    ['kaj je zadruga', 'guide-found-cooperative#1.sl'],
    ['what is de minimis aid', 'state-aid-de-minimis-2023-2831#1.en'],
    ["Qu'est-ce que le FSE+ ?", 'esfplus-regulation#0.fr'],
    ['what is a KoinSEp', 'guide-social-enterprise-gr#2.en'],
    ['Τι είναι η ΚΑΛΟ;', 'guide-social-enterprise-gr#1.el'],
    ['¿Cuántos socios hacen falta para una cooperativa en Valencia?', 'guide-found-cooperative#4.es'],
    ['¿Cuántos socios hacen falta para una cooperativa en Alicante?', 'guide-found-cooperative#4.es'],
    ['Quantas pessoas é preciso para fazer uma cooperativa cá em Portugal?', 'guide-found-cooperative#7.pt'],
  ])('%s', async (question, passage) => {
    const { library, languages, detector } = await openStage();
    const rooms = { ...library.current(), languages, detector, defaultSite: 'demo', now: () => NOW };
    expect((await askOne({ id: 1, question }, rooms)).passages).toEqual([passage]);
  });
});
