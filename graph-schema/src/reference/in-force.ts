import { z } from 'zod';

/**
 * Rule data in force. A row, or any other object in a file, may say `validFrom` and `validTo`: from then on, and until before then, it
 * is in force; a date is its midnight UTC, an instant has its offset (`2027-01-01T00:00+08:00`). Without, it always is. A rule
 * that changes has two rows: the old one with an end, and a new one with a beginning.
 */

/** A value that stands alone, or as a list of values in force one after the other. */
export function oneInForce<T extends z.ZodType>(shape: T) {
  return z.preprocess(
    (told) => (Array.isArray(told) && told.length === 1 ? (told[0] as unknown) : told),
    shape,
  );
}

interface Dated {
  readonly validFrom?: unknown;
  readonly validTo?: unknown;
}

/** What a file says of an instant (epoch milliseconds): without what is not in force then, and without its dates. */
export function inForceAt(data: unknown, at: number): unknown {
  if (Array.isArray(data)) return data.filter((row) => isInForce(row, at)).map((row) => inForceAt(row, at));
  if (!isObject(data)) return data;
  const parts = Object.entries(data).filter(
    ([key, part]) => key !== 'validFrom' && key !== 'validTo' && isInForce(part, at),
  );
  return Object.fromEntries(parts.map(([key, part]) => [key, inForceAt(part, at)]));
}

/** The instants at which what a file says changes, in order. Throws, naming it, where one cannot be read. */
export function turnsIn(data: unknown): number[] {
  const turns = new Set<number>();
  const look = (part: unknown) => {
    if (!isObject(part) && !Array.isArray(part)) return;
    const { validFrom, validTo } = part as Dated;
    const [from, to] = [instantOf(validFrom, -Infinity), instantOf(validTo, Infinity)];
    if (from >= to) throw new Error(`${JSON.stringify(part)}: ends before it begins`);
    for (const turn of [from, to]) if (Number.isFinite(turn)) turns.add(turn);
    for (const inner of Object.values(part)) look(inner);
  };
  look(data);
  return [...turns].sort((a, b) => a - b);
}

function isInForce(row: unknown, at: number): boolean {
  if (!isObject(row)) return true;
  const { validFrom, validTo } = row;
  return instantOf(validFrom, -Infinity) <= at && at < instantOf(validTo, Infinity);
}

const INSTANT = /^\d{4}-\d\d-\d\d(T\d\d:\d\d(:\d\d)?(Z|[+-]\d\d:\d\d))?$/;

function instantOf(told: unknown, otherwise: number): number {
  if (told === undefined) return otherwise;
  const at = typeof told === 'string' && INSTANT.test(told) ? Date.parse(told) : Number.NaN;
  if (Number.isNaN(at))
    throw new Error(`${JSON.stringify(told)} is neither a date nor an instant with its offset`);
  return at;
}

function isObject(value: unknown): value is Dated & Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
