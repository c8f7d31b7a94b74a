/** What a key opens, in the words of the full-text index over summaries. */
export function openedBy(key: string): string {
  return `sight:"${key.replace(/["\\]/g, '\\$&')}"`;
}
