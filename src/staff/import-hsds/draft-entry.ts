/** A record that is new → its file, with the words of the vocabularies that its own words stand for. */
import type { Day } from '../../domain/day';
import type { Locale } from '../../domain/locale';
import type { Reading } from '../../knowledge/knowledge-base';
import type { Detector } from '../../language/detect';
import { makeRecogniser, type Recogniser } from '../import/recognise';
import { type AreaReader, makeAreaReader } from './area-names';
import { writeEntry } from './entry-text';
import type { DirectoryProfile, GivenDirectory } from './given-directory';
import type { ItemFacts } from './item-facts';

export interface DirectoryPlanRooms {
  readonly given: GivenDirectory;
  readonly reading: Reading;
  readonly last: DirectoryProfile | undefined;
  readonly detector: Detector;
  readonly today: Day;
  readonly reviewBy: Day;
}

interface Draft {
  readonly id: string;
  readonly notes: readonly string[];
}
type DraftResult = Draft & ({ readonly file: string; readonly after: string } | { readonly why: string });

const FOLDERS: Readonly<Record<ItemFacts['kind'], string>> = { service: 'services', organisation: 'organisations' };
/** Characters that tell a language. */
const SAMPLE = 2_000;

export class Drafter {
  readonly #rooms: DirectoryPlanRooms;
  readonly #areas: AreaReader;
  /** Made once a language: it reads the vocabularies. */
  readonly #recognisers = new Map<Locale, Recogniser>();

  constructor(rooms: DirectoryPlanRooms) {
    this.#rooms = rooms;
    this.#areas = makeAreaReader(rooms.reading.knowledge.vocabularies, rooms.given.country);
  }

  draft(facts: ItemFacts, id: string): DraftResult {
    const { given, detector, today, reviewBy } = this.#rooms;
    const heard = detector.detect(`${facts.title}. ${facts.body}`.slice(0, SAMPLE), {});
    const locale = heard.sure ? heard.locale : given.locale;
    const notes = locale === given.locale ? [] : [`its words are ${locale}, not ${given.locale}`];
    const spoken = this.#recogniser(locale).topics([facts.title, ...facts.terms, facts.summary].join('\n'));
    const topics = spoken.length > 0 ? spoken : given.topics;
    if (topics.length === 0) return { id, notes, why: 'no topic is recognised in its words; name one for such records with --topic' };
    const known = this.#areas.read(facts);
    const areas = known.length > 0 ? known : given.areas;
    const after = writeEntry({ id, facts, given, locale, areas, topics, today, reviewBy });
    return { id, notes, file: `${FOLDERS[facts.kind]}/${id}.md`, after };
  }

  #recogniser(locale: Locale): Recogniser {
    const made = this.#recognisers.get(locale) ?? makeRecogniser(this.#rooms.reading.knowledge.vocabularies, locale);
    this.#recognisers.set(locale, made);
    return made;
  }
}
