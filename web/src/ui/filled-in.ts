/** What is filled in of a form of filters: only that stands in the address of the page. */
export function filledIn(form: HTMLFormElement): Record<string, string> {
  const said = [...new FormData(form)].filter(
    ([, value]) => typeof value === 'string' && value.trim() !== '',
  );
  return Object.fromEntries(said) as Record<string, string>;
}
