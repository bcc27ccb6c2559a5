/** An Adaptive Card as lines of text: the elements Ponte sends, and of others whatever text they hold. */

type Json = Readonly<Record<string, unknown>>;

/** Lines from top to bottom; an empty list for what is no card. */
export function cardLines(card: unknown): readonly string[] {
  if (!isJson(card)) return [];
  return [...elementsOf(card.body).flatMap(linesOf), ...elementsOf(card.actions).flatMap(actionLines)];
}

/** Elements that hold others, with the field that holds them. */
const HOLDERS: Readonly<Record<string, string>> = { Container: 'items', ColumnSet: 'columns', Column: 'items' };

function linesOf(element: Json): readonly string[] {
  const type = String(element.type);
  const holder = HOLDERS[type];
  if (holder !== undefined) return elementsOf(element[holder]).flatMap(linesOf);
  if (type === 'FactSet') return elementsOf(element.facts).map((fact) => `${textOf(fact.title)}: ${textOf(fact.value)}`);
  if (type === 'ActionSet') return elementsOf(element.actions).flatMap(actionLines);
  if (type === 'RichTextBlock')
    return [
      elementsOf(element.inlines)
        .map((inline) => textOf(inline.text))
        .join(''),
    ];
  return typeof element.text === 'string' ? element.text.split('\n') : [];
}

function actionLines(action: Json): readonly string[] {
  return action.type === 'Action.OpenUrl' ? [`${textOf(action.title)}: ${textOf(action.url)}`] : [];
}

const isJson = (value: unknown): value is Json => typeof value === 'object' && value !== null && !Array.isArray(value);
const elementsOf = (value: unknown): readonly Json[] => (Array.isArray(value) ? value.filter(isJson) : []);
const textOf = (value: unknown): string => (typeof value === 'string' ? value : '');
