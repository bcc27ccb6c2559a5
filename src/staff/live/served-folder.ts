/** The folder as it serves now, and its way to another thread: in small pieces, so that no piece keeps a question waiting. */
import type { Area } from '../../domain/area';
import type { Entry } from '../../domain/entry';
import type { KnowledgeBase } from '../../domain/knowledge-base';
import type { Concept, Term, Vocabularies } from '../../domain/vocabulary';

export interface ServedFolder {
  readonly knowledge: Pick<KnowledgeBase, 'digest' | 'entries' | 'vocabularies'>;
  /** Read, and not shown: they wait for their second source. */
  readonly unshown: readonly Entry[];
  /** Files with errors. */
  readonly brokenFiles: readonly string[];
}

interface Lists {
  entries: Entry[];
  unshown: Entry[];
  areas: Area[];
  applicants: Term[];
  topics: Term[];
  objectives: Term[];
  skills: Term[];
  events: Term[];
  concepts: Concept[];
}

export interface FolderPiece {
  readonly list: keyof Lists;
  /** A JSON array. Text crosses to a thread at a fraction of what the values themselves take. */
  readonly json: string;
}

/** Entries have bodies in up to eleven languages: these many take about a millisecond. */
const ITEMS = 16;

export function* piecesOf({ knowledge, unshown }: ServedFolder): Iterable<FolderPiece> {
  const { areas, applicants, topics, objectives, skills, events, concepts } = knowledge.vocabularies;
  const lists: Record<keyof Lists, Iterable<unknown>> = {
    entries: knowledge.entries,
    unshown,
    areas: areas.values(),
    applicants: applicants.values(),
    topics: topics.values(),
    objectives: objectives.values(),
    skills: skills.values(),
    events: events.values(),
    concepts,
  };
  for (const [list, items] of Object.entries(lists) as [keyof Lists, Iterable<unknown>][])
    for (const some of chunksOf(items, ITEMS)) yield { list, json: JSON.stringify(some) };
}

function* chunksOf<T>(items: Iterable<T>, size: number): Iterable<T[]> {
  let chunk: T[] = [];
  for (const item of items) {
    chunk.push(item);
    if (chunk.length < size) continue;
    yield chunk;
    chunk = [];
  }
  if (chunk.length > 0) yield chunk;
}

/** The other end: pieces of one folder, in any order, put together again. */
export class FolderCopy {
  readonly #digest: string;
  readonly #brokenFiles: readonly string[];
  readonly #lists: Lists = {
    entries: [],
    unshown: [],
    areas: [],
    applicants: [],
    topics: [],
    objectives: [],
    skills: [],
    events: [],
    concepts: [],
  };

  constructor(digest: string, brokenFiles: readonly string[]) {
    this.#digest = digest;
    this.#brokenFiles = brokenFiles;
  }

  add({ list, json }: FolderPiece): void {
    (this.#lists[list] as unknown[]).push(...(JSON.parse(json) as unknown[]));
  }

  folder(): ServedFolder {
    const { entries, unshown, areas, concepts, ...terms } = this.#lists;
    const byId = (list: readonly Term[]) => new Map(list.map((term) => [term.id, term]));
    const vocabularies: Vocabularies = {
      areas: new Map(areas.map((area) => [area.code, area])),
      applicants: byId(terms.applicants),
      topics: byId(terms.topics),
      objectives: byId(terms.objectives),
      skills: byId(terms.skills),
      events: byId(terms.events),
      concepts,
    };
    return { knowledge: { digest: this.#digest, entries, vocabularies }, unshown, brokenFiles: this.#brokenFiles };
  }
}
