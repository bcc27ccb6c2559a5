/** Building and finding elements. Text only ever becomes text nodes: there is no way here to parse HTML. */

type Attributes = Readonly<Record<string, string | undefined>>;
type Child = Node | string | undefined;

/** An element with attributes and children; what is undefined is left out. */
export function make<K extends keyof HTMLElementTagNameMap>(
  tag: K,
  attributes: Attributes = {},
  ...children: readonly Child[]
): HTMLElementTagNameMap[K] {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) if (value !== undefined) element.setAttribute(name, value);
  element.append(...children.filter((child) => child !== undefined));
  return element;
}

/** A button that acts when it is pressed. */
export function makeButton(label: string, className: string, onPress: () => void): HTMLButtonElement {
  const button = make('button', { type: 'button', class: className }, label);
  button.addEventListener('click', onPress);
  return button;
}

/** The element the server's page has under this id. */
export function part<T extends HTMLElement = HTMLElement>(id: string): T {
  const element = document.getElementById(id);
  if (!element) throw new TypeError(`the page has no #${id}`);
  return element as T;
}

/** The language's name in another language, such as "Spanish"; undefined where the browser does not know. */
export function languageName(lang: string, inLocale: string): string | undefined {
  try {
    return new Intl.DisplayNames([inLocale], { type: 'language' }).of(lang);
  } catch {
    return undefined;
  }
}
