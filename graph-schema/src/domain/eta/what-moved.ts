import type { ComputedBasis } from './computed-claim.ts';
import type { StopKind } from './predict-way.ts';
import type { EtaTelling } from './telling.ts';

/** What a computed arrival moved by. */
export const ETA_PART_KINDS = [
  /** It is reckoned to go slower or faster on what is left. */ 'PACE',
  /** It stops where it was not expected to. */ 'STOP_ADDED',
  /** It no longer stops where it was expected to. */ 'STOP_LEFT_OUT',
  /** It is reckoned to stop longer or shorter. */ 'STAY',
  /** All else: way that was made faster or slower than reckoned, stops that are over, a longer or shorter way. */ 'ON_THE_WAY',
] as const;
export type EtaPartKind = (typeof ETA_PART_KINDS)[number];

export interface EtaPart {
  readonly kind: EtaPartKind;
  /** Where it stops; null where it is about the way. */
  readonly stop: { readonly kind: StopKind; readonly place: string } | null;
  /** Hours by which the arrival comes later for it; negative: earlier. */
  readonly hours: number;
}

type Stop = ComputedBasis['stops'][number];

/** Told times are rounded; what is less than this moved nothing that a reader would see. */
const LEAST_HOURS = 1;
const HOUR_MS = 3_600_000;

/** How much of a move of a computed arrival comes from what, the most first; they add up to it but for what is too little to be told. */
export function partsOfMove(before: EtaTelling, after: EtaTelling): readonly EtaPart[] {
  const [from, to] = [before.computed, after.computed];
  if (!from || !to) return [];
  const known = [...paceOf(from, to), ...stopsOf(from.stops, to.stops)];
  const moved = (Date.parse(after.time.instant) - Date.parse(before.time.instant)) / HOUR_MS;
  const rest = moved - known.reduce((sum, { hours }) => sum + hours, 0);
  const parts: EtaPart[] = [...known, { kind: 'ON_THE_WAY', stop: null, hours: rest }];
  return parts
    .map((part) => ({ ...part, hours: Math.round(part.hours * 10) / 10 }))
    .filter(({ hours }) => Math.abs(hours) >= LEAST_HOURS)
    .sort((a, b) => Math.abs(b.hours) - Math.abs(a.hours));
}

/** What is left, at the pace of before and at that of now. */
function paceOf(from: ComputedBasis, to: ComputedBasis): EtaPart[] {
  if (from.milesLeft <= 0 || from.movingHours <= 0) return [];
  const asBefore = (to.milesLeft * from.movingHours) / from.milesLeft;
  return [{ kind: 'PACE', stop: null, hours: to.movingHours - asBefore }];
}

/**
 * A stop that is gone was left out only where one before it is still ahead; else it may be over. Of the next stop what is less
 * than before may be time that it has stood there already, and is no shorter stay.
 */
function stopsOf(from: readonly Stop[], to: readonly Stop[]): EtaPart[] {
  const same = (a: Stop) => (b: Stop) => a.kind === b.kind && a.place === b.place;
  const part = (kind: EtaPartKind, { kind: of, place }: Stop, hours: number): EtaPart => ({
    kind,
    stop: { kind: of, place },
    hours,
  });
  const stillAhead = from.findIndex((stop) => stop.kind !== 'ARRIVAL' && to.some(same(stop)));
  return [
    ...to.flatMap((stop, index) => {
      const then = from.find(same(stop));
      if (then && index === 0 && stop.hours < then.hours) return [];
      return [then ? part('STAY', stop, stop.hours - then.hours) : part('STOP_ADDED', stop, stop.hours)];
    }),
    ...from.flatMap((stop, index) =>
      stillAhead >= 0 && index > stillAhead && !to.some(same(stop))
        ? [part('STOP_LEFT_OUT', stop, -stop.hours)]
        : [],
    ),
  ];
}
