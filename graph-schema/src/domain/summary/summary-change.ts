import type { ShipmentSummary, SummaryException } from './summary.ts';

/** Parts of a summary that a watch may be for. */
export const SUMMARY_PARTS = ['phase', 'place', 'destination', 'next', 'eta', 'readiness'] as const;
export type SummaryPart = (typeof SUMMARY_PARTS)[number];

/** What became of exceptions. */
export interface ExceptionChange {
  /** Ids of exceptions that opened, closed, or became graver or less grave. */
  readonly opened: readonly string[];
  readonly closed: readonly string[];
  readonly changed: readonly string[];
  /** The exceptions named above, as they are, or were last; left out in what was written before it was told. */
  readonly of?: readonly SummaryException[];
}

/** What became different from one derivation to the next. */
export interface SummaryChange extends ExceptionChange {
  readonly parts: readonly SummaryPart[];
  /** What the parts that became different are now. */
  readonly now?: Partial<Pick<ShipmentSummary, Exclude<SummaryPart, 'readiness'>>>;
  /** What became of exceptions by limits of organisations' own, by their key, where that is otherwise; it is told to none but them. */
  readonly own?: Readonly<Record<string, ExceptionChange>>;
}

/** Null where nothing that anyone sees is different. Of a shipment that had none before all is new but what is empty. */
export function summaryChange(before: ShipmentSummary | null, now: ShipmentSummary): SummaryChange | null {
  const parts = SUMMARY_PARTS.filter((part) => !isSame(before?.[part] ?? null, now[part]));
  const told = parts.filter((part) => part !== 'readiness').map((part) => [part, now[part]] as const);
  const exceptions = exceptionChange(before?.exceptions ?? [], now.exceptions);
  return somethingOf({ parts, ...exceptions, now: Object.fromEntries(told) });
}

/** The change itself; null: it changes nothing. */
export function somethingOf(change: SummaryChange): SummaryChange | null {
  const { parts, opened, closed, changed } = change;
  return parts.length + opened.length + closed.length + changed.length === 0 ? null : change;
}

export function exceptionChange(before: readonly SummaryException[], now: readonly SummaryException[]): ExceptionChange {
  const old = new Map(before.map((one) => [one.id, one]));
  const ids = new Set(now.map(({ id }) => id));
  const opened = now.filter(({ id }) => !old.has(id)).map(({ id }) => id);
  const closed = [...old.keys()].filter((id) => !ids.has(id));
  const changed = now.filter((one) => old.has(one.id) && !isSame(old.get(one.id), one)).map(({ id }) => id);
  const named = new Set([...opened, ...changed]);
  const of = [...now.filter(({ id }) => named.has(id)), ...closed.flatMap((id) => old.get(id) ?? [])];
  return { opened, closed, changed, of };
} // prettier-ignore

/** Both come out of one function, or out of its JSON: their keys have one order. An empty list is as good as none. */
function isSame(a: unknown, b: unknown): boolean {
  return textOf(a) === textOf(b);
}

function textOf(value: unknown): string {
  return Array.isArray(value) && value.length === 0 ? 'null' : JSON.stringify(value);
}
