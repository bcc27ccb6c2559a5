/** An entry as a page in somebody's language: what its card says, its whole text, and every source. */
import { dayIn } from '../domain/day';
import type { Entry, Source } from '../domain/entry';
import type { EntryView, SpokenText } from '../domain/entry-view';
import type { KnowledgeBase } from '../domain/knowledge-base';
import { type Locale, type LocalisedText, textIn } from '../domain/locale';
import type { Speech } from '../language/speech';
import { badgeOf, onwardLinks } from './entry-card';
import { factsOf } from './entry-facts';

export function viewEntry(entry: Entry, speech: Speech, knowledge: KnowledgeBase, at: Date): EntryView {
  const spoken = (texts: LocalisedText): SpokenText => marked(textIn(texts, speech.locale, entry.locale), speech.locale);
  const isStale = entry.reviewBy < dayIn(at, 'UTC');
  return {
    id: entry.id,
    kind: entry.kind,
    title: spoken(entry.title),
    summary: spoken(entry.summary),
    badge: badgeOf(entry, speech, at),
    ...(entry.kind === 'call' && { asOf: speech.day(dayIn(at, entry.call.timeZone)) }),
    // The day of the check stands beside the sources, where it belongs on a page.
    facts: factsOf(entry, speech, knowledge, at).filter(({ key }) => key !== 'checked'),
    links: onwardLinks(entry, speech, at),
    ...(Object.keys(entry.bodies).length > 0 && { body: spoken(entry.bodies) }),
    sources: entry.sources.map((source) => sourceRow(source, speech)),
    checked: speech.day(entry.checked),
    reviewBy: speech.day(entry.reviewBy),
    ...(isStale && { stale: speech.say('answers:lead.stale', { day: speech.day(entry.checked) }) }),
  };
}

const marked = ({ text, locale }: { text: string; locale: Locale }, own: Locale): SpokenText =>
  locale === own ? { text } : { text, locale };

const sourceRow = ({ title, url, date }: Source, speech: Speech): EntryView['sources'][number] => ({
  title,
  ...(url !== undefined && { url }),
  ...(date !== undefined && { date: speech.day(date) }),
});
