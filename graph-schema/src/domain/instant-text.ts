/** Epoch milliseconds as ISO 8601 in UTC, with milliseconds. */
export function isoInstant(at: number): string {
  return new Date(at).toISOString();
}

/** The same; null stays null. */
export function isoInstantOrNull(at: number | null): string | null {
  return at === null ? null : isoInstant(at);
}
