/** Who may import whom: the table of README.md ("The rooms"), enforced. */

/** Every room may import itself, what its row names, and the open files errors.ts and log.ts. */
const ROOMS = {
  domain: [],
  knowledge: ['domain'],
  language: ['domain'],
  eligibility: ['domain'],
  retrieval: ['domain', 'language'],
  answering: ['domain', 'language', 'retrieval'],
  referral: ['domain', 'language'],
  store: ['domain', 'referral'],
  dialogs: ['domain', 'language', 'retrieval', 'answering', 'eligibility', 'referral'],
  bot: ['dialogs', 'domain', 'language', 'retrieval', 'answering', 'eligibility', 'referral'],
  channels: ['bot', 'domain'],
  staff: ['domain', 'knowledge', 'language', 'retrieval', 'answering', 'eligibility', 'referral', 'store'],
  web: ['domain'],
};

/** Libraries that only these rooms may know, so that replacing one is a bounded job. */
const LIBRARIES = {
  'botbuilder[^/]*|botframework-[^/]*': ['bot', 'channels'],
  restify: ['channels'],
  'hnswlib-node': ['retrieval'],
  '@langchain': ['retrieval', 'answering'],
  i18next: ['language'],
  'eld|@orama': ['language', 'retrieval'],
  yaml: ['knowledge', 'staff'],
  'kysely|better-sqlite3': ['store'],
  nodemailer: ['referral'],
  'jose|ws': ['channels'],
};

const pathOf = (room) => (room === 'dialogs' ? '^dialogs/' : `^src/${room}/`);
const OPEN = '^src/(errors|log)[.]ts$';
const WIRING = '^src/(compose|main|chat|ponte|channels/teams/write-package)[.]ts$';

module.exports = {
  forbidden: [
    ...Object.entries(ROOMS).map(([room, allowed]) => ({
      name: `${room}-keeps-to-its-floor`,
      comment: `${room} may import ${allowed.join(', ') || 'no other room'}. Take what you need as an argument and let compose.ts pass it.`,
      severity: 'error',
      from: { path: pathOf(room), pathNot: WIRING },
      to: { path: '^(src|dialogs)/', pathNot: [room, ...allowed].map(pathOf).concat(OPEN) },
    })),
    ...Object.entries(LIBRARIES).map(([library, allowed]) => ({
      name: `${library.split('|')[0].replace(/[^\w-]/g, '')}-stays-home`,
      comment: `Only ${allowed.join(', ')} may know this library.`,
      severity: 'error',
      from: { path: '^(src|dialogs)/', pathNot: [...allowed.map(pathOf), WIRING] },
      to: { path: `^node_modules/(${library})/` },
    })),
    {
      name: 'environment-is-read-once',
      comment: 'Only the entry points read the configuration; rooms get their slice as an argument.',
      severity: 'error',
      from: { path: '^(src|dialogs)/', pathNot: [WIRING, '^src/config[.]ts$', '^src/staff/'] },
      to: { path: '^src/config[.]ts$', dependencyTypesNot: ['type-only'] },
    },
    {
      name: 'files-stay-in-few-hands',
      comment: 'Only these rooms touch the disk.',
      severity: 'error',
      from: { path: '^(src|dialogs)/', pathNot: [...['knowledge', 'language', 'store', 'staff', 'referral', 'retrieval', 'channels'].map(pathOf), WIRING, '^src/config[.]ts$'] },
      to: { dependencyTypes: ['core'], path: '^(node:)?fs' },
    },
    { name: 'no-cycles', comment: 'A cycle means one thing has two homes.', severity: 'error', from: {}, to: { circular: true } },
    { name: 'nobody-imports-tests', comment: 'Tests are for tests.', severity: 'error', from: { path: '^(src|dialogs)/' }, to: { path: '^test/' } },
    {
      name: 'no-dev-dependency-in-production',
      comment: 'It would be missing where Ponte runs.',
      severity: 'error',
      from: { path: '^(src|dialogs)/', pathNot: '^src/channels/teams/write-package' },
      to: { dependencyTypes: ['npm-dev'], dependencyTypesNot: ['type-only'] },
    },
  ],
  options: { doNotFollow: { path: 'node_modules' }, exclude: { path: '^dist/' }, tsPreCompilationDeps: true, tsConfig: { fileName: 'tsconfig.json' } },
};
