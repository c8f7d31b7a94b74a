import type { MovedMeans } from 'graph-schema/cypher/read/track-news';
import type { Mover } from 'graph-schema/domain/calls/track-fix';
import type { FlownCall } from './derive-days.ts';

/** What moved, as claims can name it. */
export interface CallingMeans {
  readonly mode: Mover;
  readonly fields: Readonly<Record<string, string | null>>;
}

/**
 * How claims name it: a ship by its IMO number, a train by its run, an aircraft by its registration. Null where nothing is
 * known that anybody could find it by.
 */
export function callingMeans({ key, imo }: MovedMeans): CallingMeans | null {
  const colon = key.indexOf(':');
  const [scheme, value] = [key.slice(0, colon), key.slice(colon + 1)];
  if (scheme === 'MMSI') return imo === null ? null : { mode: 'VESSEL', fields: { imo } };
  if (scheme === 'AIRCRAFT') return { mode: 'AIR', fields: { registration: value } };
  const [train = '', departureDate] = value.split('@');
  return scheme === 'TRAIN_RUN' && departureDate ? { mode: 'RAIL', fields: { train, departureDate } } : null;
}

/** Thread of what was derived of one means of transport on one UTC day. */
export function threadOf(key: string, day: string): string {
  return `calls:${key}:${day}`;
}

/**
 * The message that tells the calls of one day (`derived-calls-1`): the same calls make the same bytes but for the version. A
 * line a call, so that each is its own evidence.
 */
export function dayMessage(
  { mode, fields }: CallingMeans,
  thread: string,
  version: number,
  calls: readonly FlownCall[],
): Buffer {
  const head = { derived: 'calls-1', thread, version, mode, ...fields };
  const records: object[] = calls.map(({ code, at, spot, berth, passage, flown, between: [from, to] }) => ({
    ...head,
    ...flown,
    code,
    at: iso(at),
    unLocode: spot?.unLocode ?? null,
    spot: spot?.code ?? null,
    // Without an operator's file of berths the bytes are what they were.
    ...(berth === null ? {} : { berth }),
    passage,
    from: iso(from),
    to: iso(to),
  }));
  if (records.length === 0) records.push({ ...head, code: null });
  return Buffer.from(`[\n${records.map((record) => JSON.stringify(record)).join(',\n')}\n]\n`);
}

function iso(seconds: number): string {
  return `${new Date(seconds * 1000).toISOString().slice(0, 19)}Z`;
}
