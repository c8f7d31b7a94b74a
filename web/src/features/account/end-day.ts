const DAY_MS = 86_400_000;

/** `2026-11-21` of an instant in UTC, and that many days later. */
export function dayOf(now: number, days = 0): string {
  return new Date(now + days * DAY_MS).toISOString().slice(0, 10);
}

/** In a browser: the last second of a day on its clock, as an instant; null: no day. */
export function endOfDay(day: string): string | null {
  const end = Date.parse(`${day}T23:59:59`);
  return Number.isNaN(end) ? null : new Date(end).toISOString();
}

/** In a browser: the form with `until`, the end of its day, since the server does not know his clock. */
export function withEnd(form: FormData): FormData {
  const day = form.get('day');
  const end = typeof day === 'string' ? endOfDay(day) : null;
  if (end !== null) form.set('until', end);
  return form;
}
