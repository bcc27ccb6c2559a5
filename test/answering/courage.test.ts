/** Questions that people asked of the shipped folder: what it can answer is answered, what it has nothing of is told as that. */
import type { Locale } from '../../src/domain/locale';
import { askOne } from '../../src/staff/ask';
import type { Stage } from '../support/play-conversation';
import { openStage } from '../support/stage';

const NOW = new Date('2026-11-21T12:00:00Z');
let stage: Stage;
beforeAll(async () => {
  stage = await openStage();
});
afterAll(() => stage.library.close());

const ask = (question: string, locale: Locale) => {
  const { library, languages, detector } = stage;
  return askOne({ id: 1, question, locale }, { ...library.current(), languages, detector, defaultSite: 'demo', now: () => NOW });
};

describe('What the folder tells is answered', () => {
  it.each([
    ['the sum stands in the entry beside the guide', 'es', 'cuanto dinero tiene España del FSE+', 'esfplus-es'],
    ['its words ask about an authority elsewhere', 'el', 'Τι είναι η διαχειριστική αρχή;', 'guide-managing-authority'],
    ['no phone number is known of those to turn to', 'es', 'En Grecia a quién pregunto por el FSE+', 'guide-where-calls-gr'],
    [
      'the year is that of what came before',
      'pt',
      'Depois dos incêndios de 2017 abriu um concurso para o Pinhal Interior, qual era o valor total?',
      'pt-call-parcerias-pinhal-2018',
    ],
  ] as const)('%s', async (_, locale, question, entry) => {
    const { outcome, citations } = await ask(question, locale);
    expect(['answered', 'answered-partly', 'call-closed']).toContain(outcome);
    expect(citations[0]?.entry).toBe(entry);
  });
});

describe('Those it is asked for decide what goes first', () => {
  it.each([
    ['of two programmes the one for that age', 'el', 'είμαι 52 και θέλω να ανοίξω δική μου δουλειά στην Καβάλα', 'gr-call-epanek-1900'],
    ['help for who hires, not for who looks for work', 'sl', 'rad bi zaposlil delavca v Mariboru, ali dobim denar', 'guide-hiring-aids'],
  ] as const)('%s', async (_, locale, question, entry) => {
    const { hits } = await ask(question, locale);
    expect(hits[0]?.entry).toBe(entry);
  });
});

describe('What the folder has nothing of is not answered with what is near', () => {
  it.each([
    ['el', 'μαθήματα ελληνικών για ξένους'],
    ['el', 'πού μπορώ να μάθω ελληνικά'],
    ['it', 'bonus bollette luce e gas'],
    ['es', 'no puedo pagar el recibo de la luz'],
    ['es', 'ayudas para la DANA'],
    ['ca', 'ajuda per al lloguer'],
    ['fr', "prime d'activité"],
    ['pt', 'rendimento social de inserção quanto é'],
    ['sq', 'si aplikoj për ndihmë ekonomike'],
  ] as const)('%s: %s', async (locale, question) => {
    const { outcome, citations } = await ask(question, locale);
    expect(['no-evidence', 'clarify', 'out-of-scope']).toContain(outcome);
    expect(citations).toEqual([]);
  });
});
