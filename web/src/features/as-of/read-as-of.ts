/** The instant that an address looks back to, UTC; null where it names none, or nothing that can be read. */
export function readAsOf(text: string | undefined): string | null {
  if (!text || !/^\d{4}-\d\d-\d\dT/.test(text)) return null;
  const at = Date.parse(text);
  return Number.isNaN(at) ? null : new Date(at).toISOString();
}

/** What a field of a form for date and time shows at an instant, in the browser's own zone. */
export function fieldValue(instant: string): string {
  const at = new Date(instant);
  const local = new Date(at.getTime() - at.getTimezoneOffset() * 60_000);
  return local.toISOString().slice(0, 16);
}

/** The page of a path at an instant; null: now. */
export function pathAsOf(path: string, asOf: string | null): string {
  return asOf === null ? path : `${path}?${new URLSearchParams({ asOf }).toString()}`;
}
