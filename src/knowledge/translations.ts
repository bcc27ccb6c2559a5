/** Which translations may serve, and entries with theirs. */
import type { Entry } from '../domain/entry';
import type { Finding } from '../domain/finding';
import { finding } from './front-matter';
import { bodyDigest, type ReadFile } from './read-entry';

export type Translation = Extract<ReadFile, { kind: 'translation' }>;

/** Adds to each entry the translations of the text it has now; the others are told. */
export function addTranslations(translations: readonly Translation[], entries: Map<string, Entry>, findings: Finding[]): void {
  const standing = new Map<Entry, Translation[]>();
  const digests = new Map<Entry, string>();
  for (const translation of translations) {
    const { id, file } = translation;
    const entry = entries.get(id);
    if (!entry) {
      findings.push(aloneTranslation(translation, findings));
      continue;
    }
    const source = entry.bodies[entry.locale];
    const digest = source === undefined ? translation.translates : (digests.get(entry) ?? bodyDigest(source));
    if (source !== undefined) digests.set(entry, digest);
    if (digest === translation.translates) standing.set(entry, [...(standing.get(entry) ?? []), translation]);
    else findings.push(staleTranslation(file, digest));
  }
  for (const [entry, own] of standing) entries.set(entry.id, withTranslations(entry, own));
}

/** Whoever only broke the entry must not be told to remove its translations. */
function aloneTranslation({ id, file }: Translation, findings: readonly Finding[]): Finding {
  const source = file.replace(/[^/]+$/, `${id}.md`);
  const isBroken = findings.some((one) => one.file === source && one.severity === 'error');
  return isBroken
    ? finding(
        'translation-alone',
        { file, line: 2 },
        `its entry ${source} has errors`,
        'Mend the entry first; the translation may be right as it is.',
      )
    : finding('translation-alone', { file, line: 2 }, `there is no entry "${id}"`, 'Mend the id, or remove the translation.');
}

/** Another day, another deadline: a translation of an older text could contradict its source. */
const staleTranslation = (file: string, digest: string): Finding => ({
  ...finding(
    'translation-stale',
    { file, line: 2 },
    'the text it was translated from has changed',
    `Read it again, then write translates: ${digest}`,
  ),
  severity: 'warning',
});

const made = new WeakMap<Entry, { readonly translations: readonly Translation[]; readonly whole: Entry }>();

/** The same value for the same parts: what others worked out for an entry is still right then. */
function withTranslations(entry: Entry, translations: readonly Translation[]): Entry {
  const before = made.get(entry);
  if (before?.translations.length === translations.length && translations.every((one, n) => one === before.translations[n]))
    return before.whole;
  const bodies = Object.fromEntries(translations.map(({ locale, body }) => [locale, body]));
  const whole = { ...entry, bodies: { ...entry.bodies, ...bodies } };
  made.set(entry, { translations, whole });
  return whole;
}
