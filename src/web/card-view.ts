/** Draws a safe card. */
import type { CardAction, CardNode, CardText, SafeCard, TextRun } from './card';
import { languageName, make, makeButton } from './make';
import { readableAddress } from './readable-address';

export interface CardSurroundings {
  /** Language of the message the card belongs to. */
  readonly locale: string;
  /** Language and words of the page around it. */
  readonly pageLocale: string;
  readonly newTab: string;
  /** False on a public screen: a link would lead people out of it, so its address is shown instead. */
  readonly opensLinks: boolean;
  readonly onSay: (text: string) => void;
  /** Where the page of an entry is. */
  readonly addressOf: (entry: string) => string;
}

interface InsideCard extends CardSurroundings {
  readonly cardLang: string;
  readonly entry: string | undefined;
}

export function drawCard(card: SafeCard, around: CardSurroundings): HTMLElement {
  const inside = { ...around, cardLang: card.lang ?? around.locale, entry: card.entry };
  const isForeign = inside.cardLang !== around.locale;
  return make(
    'article',
    { class: 'card', lang: isForeign ? card.lang : undefined },
    ...card.body.map((node) => drawNode(node, inside)),
    card.actions.length > 0 ? drawActions(card.actions, inside) : undefined,
  );
}

function drawNode(node: CardNode, around: InsideCard): HTMLElement {
  if (node.kind === 'text') return drawText(node, around);
  if (node.kind === 'facts') {
    const rows = node.facts.map(({ title, value }) => make('div', {}, make('dt', {}, title), make('dd', {}, value)));
    return make('dl', { class: 'facts' }, ...rows);
  }
  if (node.kind === 'columns') return make('div', { class: 'columns' }, ...node.columns.map((column) => drawColumn(column, around)));
  if (node.kind === 'actions') return drawActions(node.actions, around);
  return node.id === 'verdicts'
    ? drawVerdicts(node.items, around)
    : make('div', { class: 'group' }, ...node.items.map((item) => drawNode(item, around)));
}

/** The mark of a card, such as the state of a call, is the strong text of a narrow column. */
function drawColumn(column: { readonly isNarrow: boolean; readonly items: readonly CardNode[] }, around: InsideCard): HTMLElement {
  const items = column.items.map((item) =>
    column.isNarrow && item.kind === 'text' ? make('p', { class: `badge ${item.tone}` }, ...drawRuns(item.runs)) : drawNode(item, around),
  );
  return make('div', { class: column.isNarrow ? 'narrow' : 'wide' }, ...items);
}

function drawVerdicts(items: readonly CardNode[], around: InsideCard): HTMLElement {
  const rows = items.map((item) =>
    item.kind === 'text'
      ? make('li', { class: item.tone, lang: langFor(item, around) }, ...drawRuns(item.runs))
      : make('li', {}, drawNode(item, around)),
  );
  return make('ul', { class: 'verdicts' }, ...rows);
}

const drawRuns = (runs: readonly TextRun[]): readonly Node[] =>
  runs.map(({ text, lang }) => (lang ? make('span', { lang }, text) : document.createTextNode(text)));

const langFor = (node: CardText, around: InsideCard): string | undefined => (node.lang === around.cardLang ? undefined : node.lang);

function drawText(node: CardText, around: InsideCard): HTMLElement {
  const marks = [
    node.isStrong && 'strong',
    node.isSubtle && 'subtle',
    node.size !== 'normal' && node.size,
    node.tone !== 'plain' && node.tone,
  ];
  const className = marks.filter(Boolean).join(' ') || undefined;
  const lang = langFor(node, around);
  if (node.isHeading) return make('h2', { class: className, lang }, ...drawHeadline(node.runs, around));
  const isForeign = node.lang !== undefined && node.lang !== around.locale;
  if (!isForeign) return make('p', { class: className, lang }, ...drawRuns(node.runs));
  // words of the folder in another language: marked as such for the eye and for the voice
  const name = languageName(node.lang, around.locale);
  const label = name ? make('span', { class: 'tongue-name', lang: around.locale }, name) : undefined;
  return make('blockquote', { class: className }, label, make('p', { lang }, ...drawRuns(node.runs)));
}

/** The headline of an entry leads to all that the folder says of it. */
function drawHeadline(runs: readonly TextRun[], around: InsideCard): readonly Node[] {
  if (!around.entry || !around.opensLinks) return drawRuns(runs);
  const href = around.addressOf(around.entry);
  return [make('a', { class: 'headline', href, target: '_blank', rel: 'noopener' }, ...drawRuns(runs), drawNewTabHint(around))];
}

const drawNewTabHint = ({ pageLocale, newTab }: InsideCard): HTMLElement =>
  make('span', { class: 'unseen', lang: pageLocale }, ` (${newTab})`);

function drawActions(actions: readonly CardAction[], around: InsideCard): HTMLElement {
  return make('div', { class: 'actions' }, ...actions.map((action) => drawAction(action, around)));
}

function drawAction(action: CardAction, around: InsideCard): HTMLElement {
  if (action.kind === 'say') return makeButton(action.title, 'button', () => around.onSay(action.say));
  const isNamedByHost = action.title === action.host;
  if (!around.opensLinks) {
    const address = make('span', { class: 'address', translate: 'no' }, readableAddress(action.url));
    return make('p', {}, isNamedByHost ? undefined : `${action.title} `, address);
  }
  const host = isNamedByHost ? undefined : make('span', { class: 'host', translate: 'no' }, action.host);
  return make(
    'a',
    { class: 'button link', href: action.url, target: '_blank', rel: 'noopener noreferrer' },
    make('span', {}, action.title),
    host,
    drawNewTabHint(around),
  );
}
