/**
 * Many ways to say one thing, as one line of data: "{can|could} I {talk|speak} {to|with} {someone}". Braces hold what may stand in one
 * place; an empty one may be left out; a name alone stands for the list of that name. No braces inside braces.
 */
export type NamedWays = Readonly<Record<string, string>>;

export function waysToSay(pattern: string, named: NamedWays = {}): string[] {
  const braces = /\{([^{}]*)\}/.exec(pattern);
  if (!braces) return [pattern];
  const [whole, inside = ''] = braces;
  const before = pattern.slice(0, braces.index);
  const after = waysToSay(pattern.slice(braces.index + whole.length), named);
  return (named[inside] ?? inside).split('|').flatMap((one) => after.map((rest) => `${before}${one}${rest}`));
}
