import { claim } from 'graph-schema/domain/claim';
import type { EventCode } from 'graph-schema/domain/event-code';
import type { DocumentRef, TrackingEvent } from 'graph-schema/domain/tracking-event';
import { loadCodeList } from 'graph-schema/reference/code-list';
import { listConsignments } from '../../claims/edifact/consignments.ts';
import { placeOf } from '../../claims/edifact/places.ts';
import { findByProfile } from '../../claims/edifact/profile.ts';
import {
  eventTimeOf,
  eventTimeQualifiers,
  rawCodeOf,
  routeOf,
} from '../../claims/edifact-reports/box-facts.ts';
import {
  describeBox,
  readHeaderDocuments,
  type DescribedBox,
} from '../../claims/edifact-reports/box-group.ts';
import { readInlandLeg } from '../../claims/edifact-reports/inland-leg.ts';
import type { ReportContext, ReportUnit } from '../../claims/edifact-reports/interpret-reports.ts';
import type { BoxGroup, EdifactReport } from '../../claims/edifact-reports/report.ts';
import { findByWords } from '../../claims/ports/words.ts';

const NAMES = loadCodeList('edifact-copino/bgm-1001');
const WORDS = loadCodeList('edifact-copino/words');
/** `2+5`: status and load state of a box that will be brought or fetched. */
const DIRECTIONS = loadCodeList('edifact-copino/direction');
const DATES = loadCodeList('edifact-copino/dtm-2005');
const TIMES = eventTimeQualifiers(DATES);
/** LOC 3227: 165 and 175 activity, 88 receipt, 98 and 99 depots. */
const GATES = ['165', '175', '88', '99', '98'];

/** One unit per box: that it will pass the gate. */
export function readPreNotice(report: EdifactReport, context: ReportContext): ReportUnit[] {
  const documents = readHeaderDocuments(report, context);
  return report.boxes.map((group) => ({
    span: group.span,
    events: readVisit(group, report, documents, context),
  }));
}

function readVisit(
  group: BoxGroup,
  report: EdifactReport,
  headerDocuments: readonly DocumentRef[],
  context: ReportContext,
): TrackingEvent[] {
  const box = describeBox(group, headerDocuments, context, true);
  const code = box && directionOf(box, group, report, context);
  if (!box || !code) return [];
  const gate =
    placeOf(GATES, group.find, group, context) ??
    placeOf(GATES, report.findInHeader, report.message, context);
  if (!gate) context.findings.addOnce('MISSING_FIELD', 'WARNING', group.at, 'place of the gate', group.span);
  const time = eventTimeOf(DATES, TIMES, group, report, gate, context);
  if (!time) return [];
  const visit = claim({
    code,
    classifier: 'PLANNED',
    time,
    place: gate?.ref ?? null,
    equipment: box.equipment,
    loadState: box.loadState,
    transport: readInlandLeg(group, report, context),
    quantity: box.quantity,
    ...routeOf(group, report, context),
    rawCode: rawCodeOf(report, box.loadStateCode, box.statusCode),
  });
  return listConsignments(box.documents).map((documents) => ({ ...visit, documents }));
}

/** The notice says it by name, in words, or leaves it to what the box is: a full export box can only be brought. */
function directionOf(
  { loadStateCode, statusCode }: DescribedBox,
  group: BoxGroup,
  { code, text, findInHeader, message }: EdifactReport,
  { findings }: ReportContext,
): EventCode | null {
  const remark = findInHeader('FTX', 'OSI');
  const named = findByProfile(NAMES, code ?? '', message);
  if (code !== null && !named) findings.unmapped(NAMES, code, `${message.at}/BGM`, message.span);
  const said =
    named?.canonical ??
    findByWords(text, WORDS) ??
    findByWords(remark?.read(3) ?? remark?.read(2) ?? null, WORDS) ??
    DIRECTIONS.find(`${statusCode ?? ''}+${loadStateCode ?? ''}`)?.canonical;
  if (said) return said as EventCode;
  findings.add('MISSING_FIELD', 'WARNING', group.at, 'in or out', group.span);
  return 'UNMAPPED';
}
