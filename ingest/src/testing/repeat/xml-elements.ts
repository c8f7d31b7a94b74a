import { repeatable, type Repeatable } from './part.ts';

/** Comments, character data and instructions are passed over; of a tag its name and how it closes. */
const MARKUP = /<!--[^]*?-->|<!\[CDATA\[[^]*?\]\]>|<\?[^]*?\?>|<(\/?)([^\s/>]+)[^>]*?(\/?)>/g;

/** The first element at each path below the root. */
export function repeatedElements(text: string): Repeatable[] {
  const found = new Map<string, Repeatable>();
  const open: { readonly name: string; readonly start: number }[] = [];
  for (const { 0: tag, 1: closes, 2: name, 3: isEmpty, index } of text.matchAll(MARKUP)) {
    if (name === undefined) continue;
    if (!closes) open.push({ name, start: index });
    if (!closes && !isEmpty) continue;
    const path = open.map((element) => element.name).join('/');
    const start = open.pop()?.start ?? index;
    if (open.length > 0 && !found.has(path))
      found.set(path, repeatable(path, text, start, index + tag.length));
  }
  return [...found.values()];
}
