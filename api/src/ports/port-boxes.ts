import type { EventCode } from 'graph-schema/domain/event-code';
import { groupBy } from 'graph-schema/domain/group-by';
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
  readonly shipment: ShipmentView;
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

/**
 * Each box once: a master and its houses tell of the same one.
 *
 * @param counted of these no more is told than how many boxes wait for what; they are read as if all were shown.
 */
export function boxesWaiting(
  port: string,
  shown: readonly ShipmentView[],
  counted: readonly ShipmentView[],
  townOf: TownOf,
): BoxesWaiting[] {
  const closed = new Set(counted);
  const boxes = new Map<string, WaitingBox>();
  for (const shipment of [...shown, ...counted])
    for (const { container, place, presence, verdict, blocking } of shipment.journey.readiness) {
      if (presence !== 'THERE' || townOf(place) !== port) continue;
      if (verdict !== 'READY' && verdict !== 'NOT_READY') continue;
      const leaf = blocking && blocking.kind in REASON_OF ? (blocking.kind as LeafKind) : null;
      if (verdict === 'NOT_READY' && leaf === null) continue;
      const key = container ?? shipment.id;
      if (!boxes.has(key)) boxes.set(key, { container, shipment, leaf, since: blocking?.since ?? null });
    }
  const byReason = groupBy([...boxes.values()], ({ leaf }) => (leaf ? REASON_OF[leaf] : 'TRANSPORT'));
  return WAIT_REASONS.flatMap((reason) => {
    const waiting = byReason.get(reason);
    if (!waiting) return [];
    const open = waiting.filter(({ shipment }) => !closed.has(shipment));
    return [{ reason, onlyCounted: waiting.length - open.length, boxes: open }];
  });
}

const STANDS: ReadonlySet<EventCode> = new Set<EventCode>(['DISCHARGED', 'GATED_IN', 'RECEIVED', 'YARD_MOVED', 'AVAILABLE']); // prettier-ignore
const GOES: ReadonlySet<EventCode> = new Set<EventCode>([
  'LOADED', 'GATED_OUT', 'DEPARTED', 'PICKED_UP', 'OUT_FOR_DELIVERY', 'DELIVERED', 'DROPPED_OFF', 'DESPATCHED', 'REMOVED', 'STRIPPED', 'EMPTY_RELEASED',
]); // prettier-ignore

/** Boxes of which the last move put them down at the port, by terminal, the fullest first. */
export function boxesStanding(port: string, views: readonly ShipmentView[], townOf: TownOf): BoxesStanding[] {
  const terminals = new Map<string, { place: PlaceRef; containers: Set<string> }>();
  const seen = new Set<string>();
  for (const { journey } of views)
    for (const { cycleId, reference, steps } of journey.containers) {
      if (seen.has(cycleId)) continue;
      seen.add(cycleId);
      const last = steps.findLast(
        ({ classifier, code }) => classifier === 'ACTUAL' && (STANDS.has(code) || GOES.has(code)),
      );
      if (!last?.place || !STANDS.has(last.code) || townOf(last.place) !== port) continue;
      const key = last.place.facility?.code ?? '';
      const one = terminals.get(key) ?? { place: last.place, containers: new Set<string>() };
      terminals.set(key, one);
      one.containers.add(reference);
    }
  return [...terminals.values()]
    .map(({ place, containers }) => ({ place, containers: [...containers].sort() }))
    .sort((a, b) => b.containers.length - a.containers.length);
}
