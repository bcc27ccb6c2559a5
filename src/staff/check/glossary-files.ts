/** Which file of the glossary each concept stands in. */
import type { Concept } from '../../domain/vocabulary';
import type { CheckedFolder } from './rule';

export interface PlacedConcept {
  readonly concept: Concept;
  readonly file: string;
}

/** Concepts whose file is at hand, in the order of the files. The id of a concept is a line of its own, which is much quicker to find than to parse. */
export function placedConcepts({ files, knowledge }: CheckedFolder): PlacedConcept[] {
  const byId = new Map(knowledge.vocabularies.concepts.map((concept) => [concept.id, concept]));
  const placed: PlacedConcept[] = [];
  for (const [file, text] of files.texts) {
    if (!file.startsWith('glossary/')) continue;
    for (const [, id = ''] of text.matchAll(/^["']?([a-z0-9][a-z0-9-]*)["']?:/gm)) {
      const concept = byId.get(id);
      if (concept) placed.push({ concept, file });
      // Of two files with one id the first one counts, as it does for the reader.
      byId.delete(id);
    }
  }
  return placed;
}
