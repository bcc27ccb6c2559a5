/** What people said next who tried it, as they said it, and which entry it was about: asked once more over the shipped folder. */
import { runPipeline } from '../../src/bot/turn-pipeline';
import type { ConversationState } from '../../src/domain/conversation';
import type { Locale } from '../../src/domain/locale';
import { roomsOf, type Stage } from '../support/play-conversation';
import { openStage } from '../support/stage';

let stage: Stage;
beforeAll(async () => {
  stage = await openStage();
});

async function lastOf(locale: Locale, conversation: string): Promise<{ outcome: string; entry: string; text: string }> {
  const rooms = roomsOf(stage, new Date('2026-11-22T11:00:00Z'));
  let state: ConversationState = { site: 'demo', locale, localeChosen: false, greeted: true, profile: {}, said: [], shown: [], misses: 0 };
  let last = { outcome: '', entry: '', text: '' };
  for (const text of conversation.split(' / ')) {
    const said = { conversation: 'c', channel: 'directline', activity: 'c|1', kind: 'message', text, locale, site: 'demo' } as const;
    const { state: next, replies } = await runPipeline({ ...said, isLocal: true, isShared: false }, state, rooms);
    state = next;
    last = { outcome: replies[0]?.outcome ?? '', entry: replies[0]?.entries?.[0] ?? '', text: replies[0]?.text ?? '' };
  }
  return last;
}

const FOUND = 'guide-found-cooperative';

describe('a few words after an answer', () => {
  it.each<[Locale, string, string, RegExp?]>([
    ['ca', 'quants socis cal per fer una cooperativa? / i a València?', FOUND, /Comunitat Valenciana/],
    ['pt', 'Quero criar uma cooperativa em Lisboa / quantos sócios são precisos?', FOUND, /Portugal.*três/],
    ['pt', 'quantos sócios precisa uma cooperativa em Espanha? / e em Itália?', FOUND, /Itália/],
    ['es', 'quiero montar una cooperativa con dos amigas / cuantos socios hacen falta / y en Cataluña?', FOUND, /Cataluña/],
    ['it', 'voglio aprire una cooperativa sociale con due amici / quanti bisogna essere?', FOUND, /Italia/],
    ['fr', 'qui aide les coopératives à Marseille ? / il faut être combien ?', FOUND, /France/],
    ['de', 'wer hilft mir in Berlin eine Genossenschaft zu gründen / wie viele müssen wir sein?', FOUND, /Deutschland/],
    ['en', 'who helps cooperatives in Catalonia? / how many members do we need?', FOUND, /Catalonia/],
    ['sl', 'rad bi ustanovil zadrugo / Slovenija / koliko članov?', FOUND, /Sloveniji .*tri/],
    ['sl', 'rad bi ustanovil zadrugo / Slovenija / koliko članov? / kaj pa na Hrvaškem?', FOUND, /sedem/],
    ['hr', 'koliko članova treba zadruga / u Hrvatskoj', FOUND, /sedam/],
    ['sq', 'Jetoj në Selanik dhe dua të hap kooperativë, ku shkoj? / sa veta duhen?', FOUND, /Greqi/],
    ['el', 'Θέλουμε με 4 φίλους να φτιάξουμε συνεταιρισμό στη Θεσσαλονίκη / πόσα άτομα χρειάζονται;', FOUND, /Ελλάδα .*πέντε/],
  ])('asks how many on the subject before, of the guide that tells it (%s: %s)', async (locale, conversation, entry, words) => {
    const told = await lastOf(locale, conversation);
    expect(told.entry).toBe(entry);
    if (words) expect(told.text).toMatch(words);
  });

  it.each<[Locale, string, string]>([
    ['it', 'voglio aprire una cooperativa a Treviso / e quanti soci? / che passi devo fare?', FOUND],
    ['pt', 'o que é o PESSOAS 2030? / vale para Lisboa?', 'pt-prog-pessoas2030'],
    ['pt', 'o que é o PESSOAS 2030? / e o Alentejo 2030, quem gere?', 'pt-prog-alentejo2030'],
    ['ca', 'ajuts per contractar joves / i a Terrassa? / quant donen per contracte?', 'ct-call-pice-terrassa-2024'],
    ['de', 'Förderung für Sozialunternehmen in Sachsen / und in Niedersachsen?', 'de-svc-nbank'],
    [
      'de',
      'Förderung für Sozialunternehmen in Sachsen / und in Niedersachsen? / gibt es auch kostenlose Beratung dort?',
      'de-svc-stelle-si',
    ],
    ['en', 'Is there ESF+ money for a small charity in Dublin? / are any calls open?', 'guide-where-calls-ie'],
  ])('is asked of what is shown, of what it names, or where the question before was (%s: %s)', async (locale, conversation, entry) => {
    expect((await lastOf(locale, conversation)).entry).toBe(entry);
  });

  it.each<[Locale, string, string]>([
    ['el', 'επιδότηση για κοινσεπ στην Πάτρα / Οχι στην Πάτρα, στα Γιάννενα', 'gr-call-epirus-kalo-2025'],
    ['el', 'επιδότηση στη Δυτική Ελλάδα / όχι, εννοούσα για μικρή επιχείρηση, όχι κοινσεπ', 'gr-call-wgreece-sme-2026'],
    ['de', 'Was ist eine Genossenschaft? / Nein, ich meinte einen Verein', 'guide-social-enterprise-de'],
    ['sl', 'rad bi ustanovil zadrugo / Slovenija / koliko članov? / ne, mislil sem koliko članov na Hrvaškem', FOUND],
    ['es', 'cuanto paga la UE de un proyecto y cuanto tengo que poner yo? / no, me referia a que porcentaje', 'cpr-cofinancing-rates'],
  ])('says what is meant instead (%s: %s)', async (locale, conversation, entry) => {
    expect((await lastOf(locale, conversation)).entry).toBe(entry);
  });

  it.each<[Locale, string]>([
    ['hr', 'koliko članova treba zadruga u Hrvatskoj / a udruga?'],
    ['hr', 'koliko članova treba zadruga / u Hrvatskoj / a udruga?'],
  ])('is not told for others what holds for those before (%s: %s)', async (locale, conversation) => {
    const told = await lastOf(locale, conversation);
    expect(told.outcome).toBe('no-evidence');
    expect(told.text).not.toMatch(/sedam/);
  });

  it.each<[Locale, string, string]>([
    ['ca', 'què hi ha obert per a entitats? / I per a joves?', 'open-data'],
    ['pt', 'quero formação em economia social no Porto / e online?', 'open-data'],
    [
      'el',
      'Είμαι 52 χρονών και έμεινα άνεργος. Υπάρχει κάτι για μένα να ανοίξω δική μου δουλειά; / όχι για εργοδότες, για μένα',
      'hiring-aids',
    ],
  ])('is not met by a stray word, nor by what was refused (%s: %s)', async (locale, conversation, refused) => {
    expect((await lastOf(locale, conversation)).entry).not.toContain(refused);
  });
});
