import { claim } from 'graph-schema/domain/claim';
import type { EventCode } from 'graph-schema/domain/event-code';
import type { DocumentRef, TrackingEvent } from 'graph-schema/domain/tracking-event';
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
import { movementOf, type MovementLists } from '../../claims/edifact-reports/movement.ts';
import type { BoxGroup, EdifactReport } from '../../claims/edifact-reports/report.ts';
import { findByWords } from '../../claims/ports/words.ts';
import { withDamages } from '../../claims/ports/damage.ts';
import { readInlandLeg } from '../../claims/edifact-reports/inland-leg.ts';

const DATES = loadCodeList('edifact-codeco/dtm-2005');
const TIMES = eventTimeQualifiers(DATES);
const MOVEMENTS: MovementLists = {
  codes: loadCodeList('edifact-codeco/bgm-1001'),
  words: loadCodeList('edifact/gate-words'),
  choice: 'in or out',
};

/** One unit per box. An empty box picked up is GATED_OUT with load state EMPTY, a returned one GATED_IN. */
export function readGateReport(report: EdifactReport, context: ReportContext): ReportUnit[] {
  const movement = movementOf(report, MOVEMENTS, context, remarkedMovement(report));
  const documents = readHeaderDocuments(report, context);
  return report.boxes.map((group) => ({
    span: group.span,
    events: movement === null ? [] : readGateMove(movement, group, report, documents, context),
  }));
}

/** `FTX+OSI` says in words what a movement report (265) without a direction is about. */
function remarkedMovement({ findInHeader }: EdifactReport): EventCode | null {
  const remark = findInHeader('FTX', 'OSI');
  return findByWords(remark?.read(3) ?? remark?.read(2) ?? null, MOVEMENTS.words) as EventCode | null;
}

function readGateMove(
  code: EventCode,
  group: BoxGroup,
  report: EdifactReport,
  headerDocuments: readonly DocumentRef[],
  context: ReportContext,
): TrackingEvent[] {
  const box = describeBox(group, headerDocuments, context);
  if (!box) return [];
  // Ports of loading and discharge (LOC 9, 11) are the route, not the gate.
  const gate = activityPlaceOf([], group, report, context);
  if (!gate) context.findings.addOnce('MISSING_FIELD', 'WARNING', group.at, 'place of the gate', group.span);
  const time = eventTimeOf(DATES, TIMES, group, report, gate, context);
  if (!time) return [];
  const [papers = [], ...others] = listConsignments(box.documents);
  const move = claim({
    code: code === 'DO_ISSUED' && box.loadState === 'EMPTY' ? 'EMPTY_RELEASED' : code,
    classifier: 'ACTUAL',
    time,
    place: gate?.ref ?? null,
    equipment: box.equipment,
    loadState: box.loadState,
    transport: readInlandLeg(group, report, context),
    documents: papers,
    quantity: box.quantity,
    ...routeOf(group, report, context),
    rawCode: rawCodeOf(report, box.loadStateCode, box.statusCode),
  });
  const moves = [move, ...others.map((documents) => ({ ...move, documents }))];
  return moves.flatMap((one) => withDamages([one], box.damages));
}
