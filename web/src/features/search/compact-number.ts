/** A number as it is compared: without what only parts its groups, in capitals. */
export function compactNumber(text: string): string {
  return text.toUpperCase().replace(/[\s\-./]/g, '');
}
