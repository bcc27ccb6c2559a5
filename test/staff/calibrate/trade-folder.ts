/** A folder of thirty guides, each of another trade, with two questions to each and thirty that it cannot answer. */
import { COEFFICIENTS } from '../../../src/domain/calibration';
import { guideText } from '../../knowledge/entry-files';
import { KnowledgeFolder } from '../../knowledge/knowledge-folder';

const TRADES = [
  ['bakery', 'oven'],
  ['brewery', 'kettle'],
  ['dairy', 'churn'],
  ['fishery', 'trawler'],
  ['forestry', 'chainsaw'],
  ['pottery', 'kiln'],
  ['smithy', 'anvil'],
  ['tannery', 'leather'],
  ['winery', 'barrel'],
  ['nursery', 'seedlings'],
  ['laundry', 'detergent'],
  ['orchard', 'ladder'],
  ['vineyard', 'trellis'],
  ['theatre', 'costume'],
  ['museum', 'showcase'],
  ['library', 'bookshelf'],
  ['pharmacy', 'syringe'],
  ['garage', 'gearbox'],
  ['quarry', 'gravel'],
  ['shipyard', 'rigging'],
  ['stable', 'saddle'],
  ['apiary', 'beehive'],
  ['printer', 'typeface'],
  ['tailor', 'needle'],
  ['barber', 'razor'],
  ['plumber', 'faucet'],
  ['mason', 'trowel'],
  ['florist', 'bouquet'],
  ['jeweller', 'gemstone'],
  ['optician', 'spectacles'],
] as const;
const STRANGE = ['glider', 'submarine', 'telescope', 'volcano', 'circus', 'planetarium', 'igloo', 'satellite', 'carousel', 'drawbridge'];

/** The first `most` questions; all unless given. */
export function tradeFolder(most = Number.POSITIVE_INFINITY): KnowledgeFolder {
  const folder = new KnowledgeFolder();
  for (const [trade, thing] of TRADES) {
    const facts = { title: `{ en: "Help for a ${trade}" }`, summary: `{ en: "What a ${trade} can be paid." }` };
    folder.write(
      `guides/guide-${trade}.md`,
      guideText(`guide-${trade}`, facts, `## Money\n\nThe fund pays the ${thing} of a new ${trade}.`),
    );
  }
  const asked = TRADES.flatMap(([trade, thing]) => [
    { question: `Who pays the ${thing} when I open something new?`, relevant: [`guide-${trade}`] },
    { question: `My cousin would like to run a ${trade} near the harbour`, relevant: [`guide-${trade}`] },
  ]);
  const strange = STRANGE.flatMap((thing) =>
    [`Where can I rent a ${thing} for my cousin?`, `Who pays for a ${thing}?`, `Is there money to open a new ${thing}?`].map(
      (question) => ({
        question,
        relevant: [],
      }),
    ),
  );
  const lines = [...asked, ...strange].slice(0, most).map((one, n) => JSON.stringify({ id: n + 1, locale: 'en', ...one }));
  folder.write('questions.jsonl', `${lines.join('\n')}\n`);
  return folder;
}

const NOTHING = COEFFICIENTS.filter((name) => !['base', 'coverage', 'score'].includes(name)).map((name) => `${name}: 0`);

/** Sure of everything. */
export const TOO_SURE = [
  'day: 2026-01-01',
  'own:',
  ...['samples: 70', 'base: 6', 'coverage: 1', 'score: 1', ...NOTHING].map((line) => `  ${line}`),
  '',
].join('\n');
