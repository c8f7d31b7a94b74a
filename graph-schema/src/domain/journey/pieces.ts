import type { IdentifierKey } from '../identifier.ts';
import type { PlaceRef } from '../tracking-event.ts';
import { placeOf, type Milestone } from './milestone.ts';
import { isOtherPart, REACHED_IN_PARTS } from './parts.ts';
import { totalOf } from './pieces-total.ts';

/** Pieces of a consignment that moves in parts: how many of them have reached each status at each place. */
export interface PieceProgress {
  readonly total: number;
  readonly atPlace: readonly {
    readonly place: PlaceRef;
    readonly code: Milestone['code'];
    readonly pieces: number;
  }[];
  /** How many have come to each place, whatever was told of each part there: its arrival, or only what follows. */
  readonly come: readonly { readonly place: PlaceRef; readonly pieces: number }[];
}

/** What is told at the place that the pieces have come to. */
const THERE: ReadonlySet<Milestone['code']> = new Set(['ARRIVED', 'CHECKED_IN', 'NOTIFIED', 'DELIVERED']);

/** Adds up parts by place and status; null when nobody counts pieces apart from the whole. */
export function piecesOf(milestones: readonly Milestone[]): PieceProgress | null {
  const counted = milestones.filter(
    (m) =>
      m.classifier === 'ACTUAL' &&
      m.quantity?.pieces != null &&
      REACHED_IN_PARTS.has(m.code) &&
      m.containers.length === 0,
  );
  if (counted.length === 0) return null;
  const total = totalOf(milestones);
  const atPlace = grouped(counted, (m) => m.code).map(({ place, all }) => ({
    place,
    code: all[0].code,
    pieces: Math.min(total, sumOf(all)),
  }));
  const come = grouped(counted.filter(({ code }) => THERE.has(code))).map(({ place, all }) => ({
    place,
    pieces: Math.min(total, comeOf(all)),
  }));
  return { total, atPlace, come };
}

interface Group {
  readonly place: PlaceRef;
  readonly all: readonly [Milestone, ...Milestone[]];
}

/** By place and what else is asked for; what names no place is left out. */
function grouped(milestones: readonly Milestone[], by: (m: Milestone) => string = () => ''): Group[] {
  const groups = new Map<string, { place: PlaceRef; all: [Milestone, ...Milestone[]] }>();
  for (const milestone of milestones) {
    const { place } = milestone;
    if (!place) continue;
    const key = `${by(milestone)}|${placeOf(place)}`;
    const group = groups.get(key);
    if (group) group.all.push(milestone);
    else groups.set(key, { place, all: [milestone] });
  }
  return [...groups.values()];
}

/**
 * The pieces of one status at one place. Who names no flight says again what was told of a flight, unless it is another part;
 * and who tells of the whole says all of its parts again.
 */
function sumOf(all: readonly Milestone[]): number {
  const onFlights = all.filter((m) => m.run !== null);
  const others = all.filter((m) => m.run === null && onFlights.every((other) => areOtherPieces(m, other)));
  const sum = [...onFlights, ...others].reduce((pieces, m) => pieces + countOf(m), 0);
  return Math.max(sum, ...all.map(countOf));
}

/** The pieces at one place: of each flight as many as one status of it tells, of all at least as many as any status tells. */
function comeOf(all: readonly Milestone[]): number {
  const byFlight = new Map<IdentifierKey, Map<string, number>>();
  for (const { run, code, quantity } of all) {
    if (run === null) continue;
    const counts = byFlight.get(run) ?? new Map<string, number>();
    counts.set(code, (counts.get(code) ?? 0) + (quantity?.pieces ?? 0));
    byFlight.set(run, counts);
  }
  const parts = [...byFlight.values()].reduce((sum, counts) => sum + Math.max(...counts.values()), 0);
  const byStatus = [...new Set(all.map((m) => m.code))].map((code) =>
    sumOf(all.filter((m) => m.code === code)),
  );
  return Math.max(parts, ...byStatus);
}

function areOtherPieces(a: Milestone, b: Milestone): boolean {
  const apartMs = Math.abs(Date.parse(a.time.instant) - Date.parse(b.time.instant));
  return a.claims.some((one) => b.claims.some((other) => isOtherPart(one, other, apartMs, apartMs)));
}

function countOf({ quantity }: Milestone): number {
  return quantity?.pieces ?? 0;
}
