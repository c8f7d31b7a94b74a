import { claim } from 'graph-schema/domain/claim';
import type { EventCode } from 'graph-schema/domain/event-code';
import type { DocumentRef, TransportRef, TrackingEvent } from 'graph-schema/domain/tracking-event';
import { loadCodeList } from 'graph-schema/reference/code-list';
import {
  activityPlaceOf,
  eventTimeOf,
  eventTimeQualifiers,
  rawCodeOf,
  routeOf,
} from '../../claims/edifact-reports/box-facts.ts';
import { describeBox, readHeaderDocuments } from '../../claims/edifact-reports/box-group.ts';
import { listConsignments } from '../../claims/edifact/consignments.ts';
import type { ReportContext, ReportUnit } from '../../claims/edifact-reports/interpret-reports.ts';
import { findLocation } from '../../claims/edifact/location.ts';
import { movementOf, type MovementLists } from '../../claims/edifact-reports/movement.ts';
import type { BoxGroup, EdifactReport } from '../../claims/edifact-reports/report.ts';
import { withDamages } from '../../claims/ports/damage.ts';
import { quayMoves, reasonOf } from './quay-moves.ts';
import { readVesselCall } from './vessel-call.ts';

const TIMES = eventTimeQualifiers(loadCodeList('edifact-coarri/dtm-2005'));
const MOVEMENTS: MovementLists = {
  codes: loadCodeList('edifact-coarri/bgm-1001'),
  words: loadCodeList('edifact/quay-words'),
  choice: 'load or discharge',
};

/** LOC 3227: a box is loaded at the port of loading (9) and discharged at the port of discharge (11). */
function portsOf(movement: EventCode | null): readonly string[] {
  return movement === 'LOADED' ? ['9'] : movement === 'DISCHARGED' ? ['11'] : ['9', '11'];
}

/** One unit per box, and one for the vessel's call when the report tells its times. */
export function readQuayReport(report: EdifactReport, context: ReportContext): ReportUnit[] {
  const movement = movementOf(report, MOVEMENTS, context, remarkedMovement(report));
  const documents = readHeaderDocuments(report, context);
  const { vessel, units } = readVesselCall(report, portsOf(movement), context);
  const boxes = report.boxes.map((group) => ({
    span: group.span,
    events: movement === null ? [] : readBoxMoves(movement, group, report, vessel, documents, context),
  }));
  return [...units, ...boxes];
}

/** `FTX+OSI++D` and `++L` say it for senders who leave BGM without a meaning. */
function remarkedMovement({ findInHeader }: EdifactReport): EventCode | null {
  const remark = findInHeader('FTX', 'OSI')?.read(2);
  return remark === 'D' ? 'DISCHARGED' : remark === 'L' ? 'LOADED' : null;
}

function readBoxMoves(
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
  const time = eventTimeOf(TIMES, group, report, quay, context);
  if (!time) return [];
  const stowage = findLocation(group.find, ['147'])?.location.code ?? null;
  const base = claim({
    code: movement,
    classifier: 'ACTUAL',
    time,
    place: quay?.ref ?? null,
    equipment: box.equipment,
    loadState: box.loadState,
    transport: vessel,
    quantity: box.quantity,
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
