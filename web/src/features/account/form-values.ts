/** What a form says of several things, in the order of `all`; null: nothing of them was chosen. */
export function chosenIn<T extends string>(form: FormData, name: string, all: readonly T[]): T[] | null {
  const named = form.getAll(name);
  const found = all.filter((one) => named.includes(one));
  return found.length > 0 ? found : null;
}

const SEPARATORS = /[\n\r,;，；、]+/;

/** Numbers as they are written into a field, one a line or with commas between; null: none. */
export function numbersIn(form: FormData, name: string): string[] | null {
  const written = form.get(name);
  const numbers = (typeof written === 'string' ? written : '')
    .split(SEPARATORS)
    .map((number) => number.trim())
    .filter((number) => number !== '');
  return numbers.length > 0 ? numbers : null;
}
