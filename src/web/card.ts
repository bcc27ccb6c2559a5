/**
 * The safe subset of Adaptive Cards that Ponte's pages draw. A card from the wire becomes a tree of few known nodes;
 * whatever is not known, too deep or too much is left out, so drawing needs no checks and can do no harm.
 */
import { isRecord, tagOf, textOf } from './unknown';

export type Tone = 'good' | 'warn' | 'bad' | 'plain';

/** A piece of text, with the language it is in when that is not the card's. */
export interface TextRun {
  readonly text: string;
  readonly lang?: string;
}

export interface CardText {
  readonly kind: 'text';
  readonly runs: readonly TextRun[];
  readonly tone: Tone;
  readonly isHeading: boolean;
  readonly isStrong: boolean;
  readonly isSubtle: boolean;
  readonly size: 'small' | 'normal' | 'large';
  readonly lang?: string;
}

export type CardNode =
  | CardText
  | { readonly kind: 'facts'; readonly facts: readonly { readonly title: string; readonly value: string }[] }
  | { readonly kind: 'group'; readonly id?: string; readonly items: readonly CardNode[] }
  | { readonly kind: 'columns'; readonly columns: readonly { readonly isNarrow: boolean; readonly items: readonly CardNode[] }[] }
  | { readonly kind: 'actions'; readonly actions: readonly CardAction[] };

export type CardAction =
  /** `host` is shown beside the title, so that nobody is led to an address they did not see. */
  | { readonly kind: 'link'; readonly title: string; readonly url: string; readonly host: string }
  | { readonly kind: 'say'; readonly title: string; readonly say: string };

export interface SafeCard {
  readonly lang?: string;
  /** Id of the entry it shows, which has a page of its own. */
  readonly entry?: string;
  readonly body: readonly CardNode[];
  readonly actions: readonly CardAction[];
}

/** Deepest nesting and most nodes of one card that are drawn; Ponte's own cards stay under 4 and 60. */
const DEEPEST = 8;
const MOST_NODES = 400;

interface Budget {
  nodes: number;
}

const TONES: ReadonlyMap<string, Tone> = new Map([
  ['good', 'good'],
  ['warning', 'warn'],
  ['attention', 'bad'],
]);
const SIZES: ReadonlyMap<string, CardText['size']> = new Map([
  ['small', 'small'],
  ['large', 'large'],
  ['extralarge', 'large'],
]);

const wordOf = (value: unknown): string => (textOf(value) ?? '').toLowerCase();
const langOf = (value: unknown): { lang?: string } => {
  const lang = tagOf(value);
  return lang ? { lang } : {};
};

function readRuns(element: Readonly<Record<string, unknown>>): readonly TextRun[] {
  const inlines = Array.isArray(element.inlines) ? element.inlines.slice(0, MOST_NODES) : [element.text];
  return inlines.flatMap((inline: unknown) => {
    const text = isRecord(inline) ? textOf(inline.text) : textOf(inline);
    return text ? [{ text, ...(isRecord(inline) ? langOf(inline.lang) : {}) }] : [];
  });
}

/** In a RichTextBlock the runs have colours, not the block. */
const firstColour = (inlines: unknown): unknown => (Array.isArray(inlines) && isRecord(inlines[0]) ? inlines[0].color : undefined);

function readText(element: Readonly<Record<string, unknown>>): readonly CardNode[] {
  const runs = readRuns(element);
  if (runs.length === 0) return [];
  return [
    {
      kind: 'text',
      runs,
      tone: TONES.get(wordOf(element.color ?? firstColour(element.inlines))) ?? 'plain',
      isHeading: wordOf(element.style) === 'heading',
      isStrong: wordOf(element.weight) === 'bolder',
      isSubtle: element.isSubtle === true,
      size: SIZES.get(wordOf(element.size)) ?? 'normal',
      ...langOf(element.lang),
    },
  ];
}

function readFacts(facts: unknown): readonly CardNode[] {
  if (!Array.isArray(facts)) return [];
  const read = facts.slice(0, MOST_NODES).flatMap((fact: unknown) => {
    if (!isRecord(fact)) return [];
    const [title, value] = [textOf(fact.title), textOf(fact.value)];
    return title && value ? [{ title, value }] : [];
  });
  return read.length > 0 ? [{ kind: 'facts', facts: read }] : [];
}

function readColumns(columns: unknown, depth: number, budget: Budget): readonly CardNode[] {
  if (!Array.isArray(columns)) return [];
  const read = columns.slice(0, DEEPEST).flatMap((column: unknown) => {
    if (!isRecord(column)) return [];
    const items = readItems(column.items, depth + 1, budget);
    return items.length > 0 ? [{ isNarrow: wordOf(column.width) === 'auto', items }] : [];
  });
  return read.length > 0 ? [{ kind: 'columns', columns: read }] : [];
}

function readGroup(element: Readonly<Record<string, unknown>>, depth: number, budget: Budget): readonly CardNode[] {
  const items = readItems(element.items, depth + 1, budget);
  const id = textOf(element.id);
  return items.length > 0 ? [{ kind: 'group', items, ...(id && { id }) }] : [];
}

function readElement(element: unknown, depth: number, budget: Budget): readonly CardNode[] {
  if (!isRecord(element) || budget.nodes-- <= 0) return [];
  if (element.type === 'TextBlock' || element.type === 'RichTextBlock') return readText(element);
  if (element.type === 'FactSet') return readFacts(element.facts);
  if (element.type === 'Container') return readGroup(element, depth, budget);
  if (element.type === 'ColumnSet') return readColumns(element.columns, depth, budget);
  if (element.type !== 'ActionSet') return [];
  const actions = readActions(element.actions);
  return actions.length > 0 ? [{ kind: 'actions', actions }] : [];
}

function readItems(items: unknown, depth: number, budget: Budget): readonly CardNode[] {
  if (!Array.isArray(items) || depth > DEEPEST) return [];
  return items.slice(0, MOST_NODES).flatMap((item: unknown) => readElement(item, depth, budget));
}

/** A web address without user name or password, or undefined. */
function readAddress(value: unknown): URL | undefined {
  try {
    const url = new URL(textOf(value) ?? '');
    const isWeb = url.protocol === 'https:' || url.protocol === 'http:';
    return isWeb && url.username === '' && url.password === '' ? url : undefined;
  } catch {
    return undefined;
  }
}

function readAction(action: unknown): readonly CardAction[] {
  if (!isRecord(action)) return [];
  const title = textOf(action.title);
  if (action.type === 'Action.OpenUrl') {
    const url = readAddress(action.url);
    return url ? [{ kind: 'link', title: title ?? url.host, url: url.href, host: url.host }] : [];
  }
  const say = action.type === 'Action.Submit' && isRecord(action.data) ? textOf(action.data.say) : undefined;
  return say ? [{ kind: 'say', title: title ?? say, say }] : [];
}

function readActions(actions: unknown): readonly CardAction[] {
  return Array.isArray(actions) ? actions.slice(0, MOST_NODES).flatMap(readAction) : [];
}

/** The drawable part of the content of an Adaptive Card attachment; undefined when nothing of it can be drawn. */
export function readCard(content: unknown): SafeCard | undefined {
  if (!isRecord(content)) return undefined;
  const body = readItems(content.body, 0, { nodes: MOST_NODES });
  const actions = readActions(content.actions);
  return body.length + actions.length > 0 ? { body, actions, ...langOf(content.lang), ...entryOf(content.id) } : undefined;
}

/** As `domain/entry.ts` has it: nothing that leads out of `/entries/`. */
const ENTRY_ID = /^[a-z0-9][a-z0-9-]{1,79}$/;

function entryOf(value: unknown): { entry?: string } {
  const entry = textOf(value);
  return entry && ENTRY_ID.test(entry) ? { entry } : {};
}
