/** The phrases by which a language is heard, ready to be looked for. They are data: `understood.json`, `ways.json`, `talk.json` and `asked.json`. */
import { z } from 'zod';
import type { Locale } from '../../src/domain/locale';
import { fold } from '../../src/language/fold';
import type { Languages } from '../../src/language/speech';
import { waysToSay } from '../../src/language/ways';

const Phrases = z.array(z.string().min(1));
const Understood = z.strictObject({
  yes: Phrases,
  no: Phrases,
  skip: Phrases,
  unknown: Phrases,
  why: Phrases,
  more: Phrases,
  help: Phrases,
  restart: Phrases,
  person: Phrases,
  /** "Are you a robot?", "who are you?" */
  machine: Phrases,
  language: Phrases,
  status: Phrases,
  funding: Phrases,
  stop: Phrases,
  greeting: Phrases,
  thanks: Phrases,
  goodbye: Phrases,
});
/** Of `ways.json`: the same, each line many phrases; what only `understood.json` has need not stand here. */
const Patterns = Phrases.default([]);
const Ways = z.object({
  /** Lists that patterns name. */
  named: z.record(z.string(), z.string()).default({}),
  /** With the wish in them, "can I talk to someone": they count in a story too. */
  personWished: Patterns,
  person: Patterns,
  /** Stand in ordinary questions as well: they count as the whole utterance only. */
  personAlone: Patterns,
  machine: Patterns,
  status: Patterns,
  help: Patterns,
  stop: Patterns,
  skip: Patterns,
  greeting: Patterns,
  thanks: Patterns,
  goodbye: Patterns,
  /** "That is wrong", "this does not help me". */
  complaint: Patterns,
  /** What they told, or a request of theirs, is to be deleted. */
  erase: Patterns,
  /** How long their own request takes. */
  wait: Patterns,
  /** Beside thanks: "for your help", "my dear". */
  besideThanks: Patterns,
  /** Beside a wish to stop: "no", "I changed my mind". */
  besideStop: Patterns,
  /** They care for somebody, or ask for social services. */
  care: Patterns,
});
type Ways = z.infer<typeof Ways>;

const ADDED = ['complaint', 'erase', 'wait'] as const;
/** What a whole utterance can mean. */
export type Meaning = keyof z.infer<typeof Understood> | (typeof ADDED)[number];

/** Of `talk.json`. */
const Talk = z.object({
  /** Ask for a person too, but stand in ordinary questions as well: they count as the whole utterance only. */
  personAlone: Phrases,
  /** By which somebody speaks of themselves: "we are", "I live in". */
  self: Phrases,
  /** Little words around a request: "please", "well". */
  around: Phrases,
  /** Words around the name of a language: "speak", "in". */
  askingLanguage: Phrases,
});

/** Of `asked.json`. */
const Asked = z.object({ abuse: Phrases, crisis: Phrases, follow: Phrases, grants: Phrases });

/** "A person" and "my request" stand in ordinary questions too; "talk to a person" does not. Words; two where nothing is named. */
const LEAST_WORDS: Partial<Record<Meaning, number>> = { person: 3, status: 3, help: 3, restart: 3, machine: 4, erase: 3 };

/** Shorter wishes stand in other sentences by chance. Words. */
const FEWEST_IN_WISH = 3;

export type PhraseSet = ReadonlySet<string>;

export interface PhrasesHeard {
  readonly locale: Locale;
  readonly whole: Readonly<Record<Meaning, PhraseSet>>;
  /** Those that count inside an utterance too. */
  readonly inside: Readonly<Record<Meaning, PhraseSet>>;
  /** What may stand beside a request without changing it. */
  readonly fillersOf: (meaning: Meaning) => PhraseSet;
  readonly wished: PhraseSet;
  readonly care: PhraseSet;
  readonly self: PhraseSet;
  readonly abuse: PhraseSet;
  readonly crisis: PhraseSet;
  readonly follow: PhraseSet;
  readonly grants: PhraseSet;
  /** Words around the name of a language. */
  readonly asking: PhraseSet;
}

export type Spelling = (text: string) => string;

export function readPhrases(locale: Locale, languages: Languages, spelt: Spelling): PhrasesHeard {
  const lists = Understood.parse(languages.part(locale, 'understood'));
  const { personAlone, self, around, askingLanguage } = Talk.parse(languages.part(locale, 'talk'));
  const { abuse, crisis, follow, grants } = Asked.parse(languages.part(locale, 'asked'));
  const ways = expanded(Ways.parse(languages.part(locale, 'ways')));
  const all = (...many: (readonly string[])[]): PhraseSet => new Set(many.flat().map(spelt));
  const least = (meaning: Meaning): number => LEAST_WORDS[meaning] ?? 2;
  const phrasesFor = (meaning: Meaning): string[] => [
    ...(meaning in lists ? lists[meaning as keyof typeof lists] : []),
    ...(meaning in ways ? ways[meaning as keyof typeof ways] : []),
    ...(meaning === 'person' ? ways.personWished : []),
  ];
  const meanings = [...(Object.keys(lists) as Meaning[]), ...ADDED];
  const byMeaning = (phrasesOf: (meaning: Meaning) => PhraseSet) =>
    Object.assign({}, ...meanings.map((meaning) => ({ [meaning]: phrasesOf(meaning) }))) as PhrasesHeard['whole'];
  const ofWords = (phrases: PhraseSet, fewest: number): PhraseSet =>
    new Set([...phrases].filter((phrase) => phrase.split(' ').length >= fewest));
  const small = [...lists.greeting, ...lists.thanks, ...around];
  const beside: Partial<Record<Meaning, PhraseSet>> = {
    thanks: all(small, ways.besideThanks),
    stop: all(small, lists.no, ways.besideStop),
  };
  const fillers = all(small);
  return {
    locale,
    whole: byMeaning((meaning) => all(phrasesFor(meaning), meaning === 'person' ? [...personAlone, ...ways.personAlone] : [])),
    inside: byMeaning((meaning) => ofWords(all(phrasesFor(meaning)), least(meaning))),
    fillersOf: (meaning) => beside[meaning] ?? fillers,
    wished: ofWords(all(ways.personWished), FEWEST_IN_WISH),
    care: all(ways.care),
    self: all(self),
    abuse: all(abuse),
    crisis: all(crisis),
    follow: all(follow),
    grants: all(grants),
    asking: all(askingLanguage, small),
  };
}

type Expanded = Readonly<Record<Exclude<keyof Ways, 'named'>, readonly string[]>>;

/** Folded before there are many of them. */
function expanded({ named, ...lists }: Ways): Expanded {
  const folded = Object.fromEntries(Object.entries(named).map(([name, list]) => [name, fold(list)]));
  return Object.assign(
    {},
    ...Object.entries(lists).map(([meaning, list]) => ({ [meaning]: list.flatMap((one) => waysToSay(fold(one), folded)) })),
  );
}
