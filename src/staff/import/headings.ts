/**
 * What managing authorities write above the columns of their timetables, per field. The words are data, `locales/<locale>/columns.json`: add
 * what you meet. Case, accents and word endings do not matter; all words of a phrase must stand in the heading.
 */
import { z } from 'zod';
import ca from '../../../locales/ca/columns.json';
import de from '../../../locales/de/columns.json';
import el from '../../../locales/el/columns.json';
import en from '../../../locales/en/columns.json';
import es from '../../../locales/es/columns.json';
import fr from '../../../locales/fr/columns.json';
import hr from '../../../locales/hr/columns.json';
import it from '../../../locales/it/columns.json';
import pt from '../../../locales/pt/columns.json';
import sl from '../../../locales/sl/columns.json';
import sq from '../../../locales/sq/columns.json';
import type { Locale } from '../../domain/locale';

/** The five facts of CPR (EU) 2021/1060 Art. 49(2), and what usually stands beside them. */
export const FIELDS = [
  'reference',
  'title',
  'summary',
  'area',
  'objective',
  'applicants',
  'total',
  'opens',
  'closes',
  'programme',
  'fund',
  'authority',
  'apply',
] as const;
export type Field = (typeof FIELDS)[number];

/** Columns that are known and not used, so that nothing else claims them. */
export const UNUSED = ['number', 'published', 'status', 'rate'] as const;
type Unused = (typeof UNUSED)[number];

const Headings = z.record(z.enum([...FIELDS, ...UNUSED]), z.array(z.string().min(1)));
const DATA: Readonly<Record<Locale, unknown>> = { en, es, ca, fr, it, pt, de, el, sl, hr, sq };
const HEADINGS = new Map(Object.entries(DATA).map(([locale, words]) => [locale, Headings.parse(words)]));

/** The usual one first. */
export const headingsOf = (field: Field | Unused, locale: Locale): readonly string[] => HEADINGS.get(locale)?.[field] ?? [];
