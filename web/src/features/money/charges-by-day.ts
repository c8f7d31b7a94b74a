import type { DayCharge } from './money.graphql.ts';

/** What a day costs for all boxes together. */
export interface DayTotal {
  readonly date: string;
  readonly boxes: number;
  /** By currency, in a fixed order. */
  readonly amounts: readonly { readonly currency: string; readonly amount: number }[];
  /** Something costs that day, and what is not known. */
  readonly isPartial: boolean;
}

export function chargesByDay(charges: readonly DayCharge[]): DayTotal[] {
  const dates = [...new Set(charges.map(({ date }) => date))].toSorted();
  return dates.map((date) => totalOf(date, charges.filter((charge) => charge.date === date))); // prettier-ignore
}

/** The same of all days together. */
export function chargesInAll(charges: readonly DayCharge[]): DayTotal | null {
  const [first] = charges;
  return first ? totalOf(first.date, charges) : null;
}

function totalOf(date: string, charges: readonly DayCharge[]): DayTotal {
  const sums = new Map<string, number>();
  for (const { amount, currency } of charges)
    if (amount !== null && currency !== null) sums.set(currency, (sums.get(currency) ?? 0) + amount);
  return {
    date,
    boxes: new Set(charges.map(({ container }) => container)).size,
    amounts: [...sums].map(([currency, amount]) => ({ currency, amount })).toSorted((a, b) => (a.currency < b.currency ? -1 : 1)),
    isPartial: charges.some(({ amount }) => amount === null),
  }; // prettier-ignore
}
