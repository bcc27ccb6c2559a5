/** An Adaptive Card as lines of text: the elements Ponte sends, and of others whatever text they hold. */

type Json = Readonly<Record<string, unknown>>;

/** A label before what it is of, as the language writes that: French leaves a space before the colon. */
export type Labelled = (label: string, value: string) => string;

/** Lines from top to bottom; an empty list for what is no card. */
export function cardLines(card: unknown, labelled: Labelled): readonly string[] {
  if (!isJson(card)) return [];
  return [
    ...elementsOf(card.body).flatMap((element) => linesOf(element, labelled)),
    ...elementsOf(card.actions).flatMap((action) => actionLines(action, labelled)),
  ];
}

/** Elements that hold others, with the field that holds them. */
const HOLDERS: Readonly<Record<string, string>> = { Container: 'items', ColumnSet: 'columns', Column: 'items' };

function linesOf(element: Json, labelled: Labelled): readonly string[] {
  const type = String(element.type);
  const holder = HOLDERS[type];
  if (holder !== undefined) return elementsOf(element[holder]).flatMap((one) => linesOf(one, labelled));
  if (type === 'FactSet') return elementsOf(element.facts).map((fact) => labelled(textOf(fact.title), textOf(fact.value)));
  if (type === 'ActionSet') return elementsOf(element.actions).flatMap((action) => actionLines(action, labelled));
  if (type === 'RichTextBlock')
    return [
      elementsOf(element.inlines)
        .map((inline) => textOf(inline.text))
        .join(''),
    ];
  return typeof element.text === 'string' ? element.text.split('\n') : [];
}

function actionLines(action: Json, labelled: Labelled): readonly string[] {
  return action.type === 'Action.OpenUrl' ? [labelled(textOf(action.title), textOf(action.url))] : [];
}

const isJson = (value: unknown): value is Json => typeof value === 'object' && value !== null && !Array.isArray(value);
const elementsOf = (value: unknown): readonly Json[] => (Array.isArray(value) ? value.filter(isJson) : []);
const textOf = (value: unknown): string => (typeof value === 'string' ? value : '');
