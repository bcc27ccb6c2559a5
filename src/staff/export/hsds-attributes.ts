/** What HSDS has no field for, as attributes: headlines in each language, topics, applicants, the state of a call. */
import { stateOfCall } from '../../domain/call-state';
import { textIn } from '../../domain/locale';
import type { Vocabularies } from '../../domain/vocabulary';
import { type ShownEntry, textsIn } from './export-options';
import { type HsdsRooms, type JsonObject, uuidOf } from './hsds-record';

/** One attribute: what it says (`value`) of a term, or that the term applies. */
interface Said {
  readonly type: 'kind' | 'state' | 'topic' | 'applicant' | 'translation';
  readonly code: string;
  readonly name: string;
  readonly value?: string;
  readonly language?: string;
}

/** `idOf` makes the id of a part of this entry. */
export function attributesOf(entry: ShownEntry, rooms: HsdsRooms, idOf: (part: string) => string): JsonObject[] {
  const table = entry.kind === 'organisation' || entry.kind === 'cluster' ? 'organization' : 'service';
  return saidOf(entry, rooms).map((said) => ({
    id: idOf(`${said.type}-${said.code}`),
    link_type: said.type,
    link_entity: table,
    value: said.value,
    taxonomy_term: termOf(said, rooms),
  }));
}

function saidOf(entry: ShownEntry, { vocabularies, options }: HsdsRooms): Said[] {
  const named = (terms: Vocabularies['topics'], id: string): string => {
    const term = terms.get(id);
    return term === undefined ? id : textIn(term.name, ...options.languages).text;
  };
  const state = entry.kind === 'call' ? [stateOfCall(entry.call, entry.reviewBy, options.at)] : [];
  return [
    ...state.map((value): Said => ({ type: 'state', code: 'call-state', name: 'state of the call', value })),
    { type: 'kind', code: entry.kind, name: entry.kind },
    ...entry.topics.map((code): Said => ({ type: 'topic', code, name: named(vocabularies.topics, code) })),
    ...entry.audience.map((code): Said => ({ type: 'applicant', code, name: named(vocabularies.applicants, code) })),
    ...(['title', 'summary'] as const).flatMap((field) =>
      textsIn(entry[field], options.languages).map(
        ({ text, locale }): Said => ({ type: 'translation', code: `${field}.${locale}`, name: field, value: text, language: locale }),
      ),
    ),
  ];
}

/** HSDS demands a description of each term; the vocabularies hold names, so the name stands for it. */
function termOf({ type, code, name, language }: Said, { options, terms }: HsdsRooms): JsonObject {
  const address = `${options.baseUrl}/open-data/hsds#${type}-${code}`;
  const known = terms.get(address);
  if (known !== undefined) return known;
  const term = { id: uuidOf(address), code, name, description: name, language };
  terms.set(address, term);
  return term;
}
