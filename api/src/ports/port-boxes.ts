import type { EventCode } from 'graph-schema/domain/event-code';
import { groupBy } from 'graph-schema/domain/group-by';
import type { IdentifierKey } from 'graph-schema/domain/identifier';
import type { TownOf } from 'graph-schema/domain/journey/towns';
import type { LeafKind } from 'graph-schema/domain/release/readiness';
import type { EventTime, PlaceRef } from 'graph-schema/domain/tracking-event';
import type { ShipmentView } from '../journey/shipment-view.ts';

export const WAIT_REASONS = ['CUSTOMS', 'INSPECTION', 'FEES', 'CARRIER', 'TRANSPORT'] as const;
export type WaitReason = (typeof WAIT_REASONS)[number];

/** A box, or a cargo without boxes, that waits at a port. */
export interface WaitingBox {
  /** Container number; null: the whole of a cargo without containers. */
  readonly container: string | null;
  readonly shipmentId: string;
  /** The number that the shipment is known by. */
  readonly anchor: IdentifierKey;
  /** The condition that keeps it; null: none does, and nobody has fetched it. */
  readonly leaf: LeafKind | null;
  readonly since: EventTime | null;
}

export interface BoxesWaiting {
  readonly reason: WaitReason;
  /** How many wait beside those of `boxes`, of which no more is told to the asker. */
  readonly onlyCounted: number;
  readonly boxes: readonly WaitingBox[];
}

/** Boxes that stand at a terminal of the port. */
export interface BoxesStanding {
  /** The port, with the terminal where the move names one. */
  readonly place: PlaceRef;
  readonly containers: readonly string[];
}

/** By what has to be done before it may go: papers of customs, a look at the goods, money, the carrier's or the terminal's word. */
const REASON_OF: Readonly<Record<LeafKind, WaitReason>> = {
  MANIFEST: 'CUSTOMS',
  ARRIVAL_REPORT: 'CUSTOMS',
  DECLARATION: 'CUSTOMS',
  TRANSIT: 'CUSTOMS',
  QUARANTINE: 'INSPECTION',
  HOLDS: 'INSPECTION',
  DUTY: 'FEES',
  FEES: 'FEES',
  CARRIER_RELEASE: 'CARRIER',
  DELIVERY_ORDER: 'CARRIER',
  TERMINAL: 'CARRIER',
};

/** What of a shipment waits at a port. */
export function waitsOf(port: string, { id, facts, journey }: ShipmentView, townOf: TownOf): WaitingBox[] {
  return journey.readiness.flatMap(({ container, place, presence, verdict, blocking }): WaitingBox[] => {
    if (presence !== 'THERE' || townOf(place) !== port) return [];
    if (verdict !== 'READY' && verdict !== 'NOT_READY') return [];
    const leaf = blocking && blocking.kind in REASON_OF ? (blocking.kind as LeafKind) : null;
    if (verdict === 'NOT_READY' && leaf === null) return [];
    return [{ container, shipmentId: id, anchor: facts.anchor, leaf, since: blocking?.since ?? null }];
  });
}

/**
 * Each box once: a master and its houses tell of the same one.
 *
 * @param counted of these no more is told than how many boxes wait for what; they are read as if all were shown.
 */
export function boxesWaiting(open: readonly WaitingBox[], counted: readonly WaitingBox[]): BoxesWaiting[] {
  const closed = new Set(counted);
  const boxes = new Map<string, WaitingBox>();
  for (const box of [...open, ...counted]) {
    const key = box.container ?? box.shipmentId;
    if (!boxes.has(key)) boxes.set(key, box);
  }
  const byReason = groupBy([...boxes.values()], ({ leaf }) => (leaf ? REASON_OF[leaf] : 'TRANSPORT'));
  return WAIT_REASONS.flatMap((reason) => {
    const waiting = byReason.get(reason);
    if (!waiting) return [];
    const shown = waiting.filter((box) => !closed.has(box));
    return [{ reason, onlyCounted: waiting.length - shown.length, boxes: shown }];
  });
}

const STANDS: ReadonlySet<EventCode> = new Set<EventCode>(['DISCHARGED', 'GATED_IN', 'RECEIVED', 'YARD_MOVED', 'AVAILABLE']); // prettier-ignore
const GOES: ReadonlySet<EventCode> = new Set<EventCode>([
  'LOADED', 'GATED_OUT', 'DEPARTED', 'PICKED_UP', 'OUT_FOR_DELIVERY', 'DELIVERED', 'DROPPED_OFF', 'DESPATCHED', 'REMOVED', 'STRIPPED', 'EMPTY_RELEASED',
]); // prettier-ignore

/** One use of a box, and where at the port its last move put it down; null: it stands elsewhere, or nowhere. */
export interface BoxStay {
  readonly cycleId: string;
  readonly container: string;
  readonly place: PlaceRef | null;
}

export function boxStays(port: string, { journey }: ShipmentView, townOf: TownOf): BoxStay[] {
  return journey.containers.map(({ cycleId, reference, steps }) => {
    const last = steps.findLast(
      ({ classifier, code }) => classifier === 'ACTUAL' && (STANDS.has(code) || GOES.has(code)),
    );
    const isHere = last?.place && STANDS.has(last.code) && townOf(last.place) === port;
    return { cycleId, container: reference, place: isHere ? last.place : null };
  });
}

/** Boxes that stand at the port by terminal, the fullest first; of a use of a box the first word counts. */
export function boxesStanding(stays: readonly BoxStay[]): BoxesStanding[] {
  const terminals = new Map<string, { place: PlaceRef; containers: Set<string> }>();
  const seen = new Set<string>();
  for (const { cycleId, container, place } of stays) {
    if (seen.has(cycleId)) continue;
    seen.add(cycleId);
    if (!place) continue;
    const key = place.facility?.code ?? '';
    const one = terminals.get(key) ?? { place, containers: new Set<string>() };
    terminals.set(key, one);
    one.containers.add(container);
  }
  return [...terminals.values()]
    .map(({ place, containers }) => ({ place, containers: [...containers].sort() }))
    .sort((a, b) => b.containers.length - a.containers.length);
}
