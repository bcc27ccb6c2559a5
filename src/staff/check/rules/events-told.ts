import { LOCALES } from '../../../domain/locale';
import type { Rule } from '../rule';

const FILE = 'vocabularies/events.yaml';

export const eventsTold: Rule = {
  id: 'events-told',
  severity: 'warning',
  must: 'A life or business event is told in all eleven languages, and some entry helps in it.',
  why: 'Who tells it in a language that is missing, or needs help that no entry names, finds nothing.',
  fix: 'Add phrases as people say them in that language; name the event under "events" of the entries that help, or remove it.',
  ok: [],
  notOk: [
    {
      file: FILE,
      replace: '- { id: losing-work',
      by: '- { id: moving-house, name: { en: moving house }, said: { en: [we are moving] } }\n- { id: losing-work',
    },
  ],
  *find({ files, knowledge }) {
    const helped = new Set(files.entries.flatMap((entry) => entry.events));
    for (const [n, event] of [...knowledge.vocabularies.events.values()].entries()) {
      const missing = LOCALES.filter((locale) => (event.said[locale] ?? []).length === 0);
      if (missing.length > 0) yield { file: FILE, path: [n], what: `"${event.id}" has no phrase in ${missing.join(', ')}` };
      if (!helped.has(event.id)) yield { file: FILE, path: [n], what: `no entry helps in "${event.id}"` };
    }
  },
};
