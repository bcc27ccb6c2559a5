/** One entry of each kind, with every field an export could trip over; and some that no export may show. Their facts are made up. */
import type { z } from 'zod';
import { type Entry, FrontMatter } from '../../../src/domain/entry';
import { LOCALES } from '../../../src/domain/locale';
import { type ExportOptions, LICENCE } from '../../../src/staff/export/export-options';
import { naughtyTitles } from '../../support/naughty-strings';

export const OPTIONS: ExportOptions = {
  baseUrl: 'https://ponte.example.org',
  languages: LOCALES,
  at: new Date('2026-11-21T09:00:00Z'),
  licence: LICENCE,
};

const SHARED = {
  locale: 'es',
  country: 'ES',
  areas: ['ES523'],
  title: { en: 'Jobs nearby', es: 'Empleo cerca', el: 'Εργασία κοντά' },
  summary: { en: 'Grants for jobs.', es: 'Ayudas al empleo.' },
  topics: ['employment', 'care'],
  audience: ['cooperative', 'municipality'],
  sources: [{ url: 'https://call.example.org/notice?a=1&b=|^', title: 'Notice', date: '2026-10' }, { title: 'A leaflet' }],
  checked: '2026-11-01',
  reviewBy: '2027-05-01',
  verified: true,
} as const;

type Given = Partial<z.input<typeof FrontMatter>> & { readonly kind: z.input<typeof FrontMatter>['kind'] };

export function entryOf(given: Given): Entry {
  const facts = FrontMatter.parse({ ...SHARED, id: `a-${given.kind}`, ...given });
  return { ...facts, bodies: { es: 'Quién puede solicitarla' }, file: `${facts.kind}s/${facts.id}.md` };
}

const CONTACT = {
  organisation: 'Oficina "Uno"',
  address: 'Calle Uno, 1',
  phone: '+34 (900) 123 456',
  email: 'info@desk.example.org',
  website: 'https://desk.example.org/a{b}',
  hours: '9:00–14:00',
};

export const CALL = entryOf({
  kind: 'call',
  website: 'https://call.example.org/{sheet}',
  contact: CONTACT,
  languages: ['es', 'ca', 'zz'],
  otherNames: ['JN-27'],
  call: {
    fund: 'ESF+',
    objective: 'ESO4.1',
    programme: 'FSE+ Comunitat Valenciana',
    authority: 'Generalitat (ejemplo)',
    reference: 'JN/2027',
    opens: '2026-10',
    closes: '2026-12-01',
    closesAt: '14:00',
    timeZone: 'Europe/Madrid',
    amounts: [
      { what: 'total', max: 1_000_000, about: true },
      { what: 'grant', min: 3000, max: 7000 },
      { what: 'loan', max: 20_000 },
      { what: 'fee', min: 10 },
    ],
    supportRate: { min: 60, max: 95 },
    apply: 'https://call.example.org/apply',
    nextCalls: 'https://call.example.org/next',
    criteria: [
      { id: 'who', about: 'applicant', operator: 'one-of', value: ['cooperative'], quote: 'Quién puede' },
      { id: 'two', about: 'other', operator: 'needs-a-person', quote: 'solicitarla' },
    ],
  },
});

/** Everything the exports may show. */
export const SHOWN: readonly Entry[] = [
  CALL,
  entryOf({
    kind: 'call',
    id: 'year-call',
    country: 'MED',
    areas: ['EL514', 'ES'],
    call: { authority: 'Authority', opens: '2026', closes: '2027' },
  }),
  entryOf({ kind: 'call', id: 'nameless-call', country: 'EU', areas: ['EU'], call: {} }),
  entryOf({ kind: 'service', contact: CONTACT, country: 'GR', areas: ['EL514'], website: 'https://desk.example.org/' }),
  entryOf({ kind: 'training', contact: { organisation: 'School' }, training: { format: 'in-person', free: true, duration: '3 months' } }),
  entryOf({ kind: 'training', id: 'paid-training', training: { format: 'online', free: false } }),
  entryOf({ kind: 'organisation', contact: CONTACT }),
  entryOf({ kind: 'cluster' }),
  entryOf({ kind: 'programme' }),
  entryOf({ kind: 'guide' }),
];

const SITE = entryOf({
  kind: 'site',
  site: {
    locales: ['es'],
    theme: { accent: '#000000', onAccent: '#ffffff' },
    controller: { en: 'the town' },
    desks: [{ id: 'desk', name: { en: 'Desk' }, areas: ['EU'], languages: ['es'], email: 'secret-desk@desk.example.org' }],
  },
});

/** What the exports may show, among what they may not. */
export const FOLDER: readonly Entry[] = [
  ...SHOWN,
  entryOf({ kind: 'call', id: 'unverified-call', verified: false, call: { authority: 'Authority' } }),
  entryOf({ kind: 'organisation', id: 'unverified-organisation', verified: false }),
  SITE,
];

/** Ids that stand nowhere in an export. */
export const HIDDEN = ['unverified-call', 'unverified-organisation', 'a-site', 'secret-desk'];

/** Services in each of whose fields stands what breaks formats. */
export const naughtyEntries = (): readonly Entry[] =>
  naughtyTitles().map((text, n) =>
    entryOf({
      kind: 'service',
      id: `naughty-${n}`,
      title: { en: text },
      summary: { es: text },
      contact: { organisation: text, phone: text },
    }),
  );
