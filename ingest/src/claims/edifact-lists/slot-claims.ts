import { claim } from 'graph-schema/domain/claim';
import type { EventClassifier, EventCode } from 'graph-schema/domain/event-code';
import type { ResolvedPlace } from 'graph-schema/domain/resolve-place';
import type { EventTime, PlaceRef, TrackingEvent, TransportRef } from 'graph-schema/domain/tracking-event';
import type { EdifactContext } from '../edifact/interchange.ts';
import { listConsignments } from '../edifact/consignments.ts';
import { readGoods, setPointsIn } from '../edifact/goods.ts';
import { readParties } from '../edifact/party.ts';
import { placeOf } from '../edifact/places.ts';
import { describeBox } from '../edifact-reports/box-group.ts';
import { rangesIn } from './slot-measures.ts';
import { positionOf, type Slot } from './slot.ts';

/** What all places of a plan have in common. */
export interface SlotPlan {
  readonly code: EventCode;
  readonly classifier: EventClassifier;
  readonly time: EventTime;
  readonly place: ResolvedPlace | null;
  readonly ship: TransportRef | null;
  readonly rawCode: string;
}

/** Ports of loading and discharge; 6 and 12 in plans of the oldest directory. */
const LOADING = ['9', '6'];
const DISCHARGE = ['11', '12'];

/** One claim about the box in a place, or one for each consignment in it. Without any, a finding says why. */
export function claimSlot(slot: Slot, plan: SlotPlan, context: EdifactContext): TrackingEvent[] {
  const box = slot.box && describeBox(slot.box, [], context);
  if (!box) return [];
  const { segments, at } = slot;
  const portOf = (functions: readonly string[]): PlaceRef | null =>
    placeOf(functions, slot.find, slot, context)?.ref ?? null;
  const base = claim({
    code: plan.code,
    classifier: plan.classifier,
    time: plan.time,
    place: plan.place?.ref ?? null,
    equipment: box.equipment,
    loadState: box.loadState,
    transport: plan.ship,
    quantity: box.quantity,
    from: portOf(LOADING),
    to: portOf(DISCHARGE),
    stowage: positionOf(slot),
    parties: readParties(segments, slot, context),
    // The weight in a place is that of the box; what its goods weigh is not told.
    goods: readGoods(segments).goods.map((line) => ({ ...line, grossKg: null })),
    measurements: [...setPointsIn(segments), ...rangesIn(segments, at, context.findings)],
    rawCode: box.statusCode === null ? plan.rawCode : `${plan.rawCode}+${box.statusCode}`,
  });
  return listConsignments(box.documents).map((documents) => ({ ...base, documents }));
}
