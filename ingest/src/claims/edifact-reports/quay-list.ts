import { claim } from 'graph-schema/domain/claim';
import type { EventClassifier, EventCode } from 'graph-schema/domain/event-code';
import type { DocumentRef, TransportRef, TrackingEvent } from 'graph-schema/domain/tracking-event';
import type { CodeList } from 'graph-schema/reference/code-list';
import { listConsignments } from '../edifact/consignments.ts';
import { readGoods, setPointsIn } from '../edifact/goods.ts';
import { findLocation } from '../edifact/location.ts';
import { withDamages } from '../ports/damage.ts';
import { activityPlaceOf, eventTimeOf, rawCodeOf, routeOf } from './box-facts.ts';
import { describeBox, readHeaderDocuments } from './box-group.ts';
import type { ReportContext, ReportUnit } from './interpret-reports.ts';
import { movementOf, type MovementLists } from './movement.ts';
import { quayMoves, reasonOf } from './quay-moves.ts';
import type { BoxGroup, EdifactReport } from './report.ts';
import { readVesselCall } from './vessel-call.ts';

/** What tells a report about loading and discharge (COARRI) from an order to do it (COPRAR). */
export interface QuayList {
  readonly movements: MovementLists;
  /** DTM 2005 of boxes, and of the vessel's call. */
  readonly callTimes: CodeList;
  /** DTM 2005 that say when a box was or will be moved, best first. */
  readonly boxTimes: (movement: EventCode) => readonly string[];
  readonly classifier: EventClassifier;
}

/** LOC 3227: a box is loaded at the port of loading (9) and discharged at the port of discharge (11). */
function portsOf(movement: EventCode | null): readonly string[] {
  return movement === 'LOADED' ? ['9'] : movement === 'DISCHARGED' ? ['11'] : ['9', '11'];
}

/** One unit per box, and one for the vessel's call when its times are told. */
export function readQuayList(list: QuayList, report: EdifactReport, context: ReportContext): ReportUnit[] {
  const movement = movementOf(report, list.movements, context, remarkedMovement(report));
  const documents = readHeaderDocuments(report, context);
  const { vessel, units } = readVesselCall(report, portsOf(movement), list.callTimes, context);
  const boxes = report.boxes.map((group) => ({
    span: group.span,
    events: movement === null ? [] : readBoxMoves(list, movement, group, report, vessel, documents, context),
  }));
  return [...units, ...boxes];
}

/** `FTX+OSI++D` and `++L` say it for senders who leave BGM without a meaning. */
function remarkedMovement({ findInHeader }: EdifactReport): EventCode | null {
  const segment = findInHeader('FTX', 'OSI');
  const remark = segment?.read(2) ?? segment?.read(3);
  return remark === 'D' ? 'DISCHARGED' : remark === 'L' ? 'LOADED' : null;
}

function readBoxMoves(
  { boxTimes, callTimes, classifier }: QuayList,
  movement: EventCode,
  group: BoxGroup,
  report: EdifactReport,
  vessel: TransportRef | null,
  headerDocuments: readonly DocumentRef[],
  context: ReportContext,
): TrackingEvent[] {
  const box = describeBox(group, headerDocuments, context);
  if (!box) return [];
  const codes = quayMoves(movement, box.statusCode, group, context);
  if (codes.length === 0) return [];
  const quay = activityPlaceOf(portsOf(movement), group, report, context);
  if (!quay) context.findings.addOnce('MISSING_FIELD', 'WARNING', group.at, 'place of the quay', group.span);
  const time = eventTimeOf(callTimes, boxTimes(movement), group, report, quay, context);
  if (!time) return [];
  const stowage = findLocation(group.find, ['147'])?.location.code ?? null;
  const base = claim({
    code: movement,
    classifier,
    time,
    place: quay?.ref ?? null,
    equipment: box.equipment,
    loadState: box.loadState,
    transport: vessel,
    quantity: box.quantity,
    goods: readGoods(group.segments).goods,
    measurements: setPointsIn(group.segments),
    ...routeOf(group, report, context),
    rawCode: rawCodeOf(report, box.loadStateCode, box.statusCode),
  });
  return listConsignments(box.documents).flatMap((documents) => {
    const moves = codes.map((code) => {
      const reason = reasonOf(code, box.statusCode);
      return { ...base, documents, code, reason, stowage: reason === null ? stowage : null };
    });
    return withDamages(moves, box.damages);
  });
}
