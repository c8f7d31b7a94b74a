const DAY = /^\d{4}-\d{2}-\d{2}$/;
const DAY_MS = 86_400_000;

/** The days of an address, both included, in UTC: from the start of the first until the end of the last. Null: none is said. */
export function rangeOfDays(from: string | undefined, until: string | undefined) {
  const [first, last] = [dayOf(from), dayOf(until)];
  return {
    from: first === null ? null : new Date(first).toISOString(),
    until: last === null ? null : new Date(last + DAY_MS).toISOString(),
  };
}

function dayOf(said: string | undefined): number | null {
  return said && DAY.test(said) && !Number.isNaN(Date.parse(said)) ? Date.parse(said) : null;
}
