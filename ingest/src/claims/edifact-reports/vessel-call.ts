import { claim } from 'graph-schema/domain/claim';
import type { EventClassifier, EventCode } from 'graph-schema/domain/event-code';
import type { ResolvedPlace } from 'graph-schema/domain/resolve-place';
import type { TrackingEvent, TransportRef } from 'graph-schema/domain/tracking-event';
import type { CodeList } from 'graph-schema/reference/code-list';
import type { ReportContext, ReportUnit } from './interpret-reports.ts';
import { findLocation, readLocation } from '../edifact/location.ts';
import type { EdifactReport } from './report.ts';
import { readDateTime } from '../edifact/segments.ts';
import type { EdifactSegment } from '../../syntax/edifact/segment.ts';
import { readConveyance } from '../edifact/conveyance.ts';

/** `ARRIVED:ACTUAL` in the list of qualifiers (DTM 2005) of the message type. */
const CALL_EVENT = /^(ARRIVED|DEPARTED):(ACTUAL|ESTIMATED)$/;

export interface VesselCall {
  /** The ship that the boxes are loaded to or discharged from; null when the report does not identify it. */
  readonly vessel: TransportRef | null;
  /** At most one: the times of the call. */
  readonly units: readonly ReportUnit[];
}

/**
 * The main carriage (`TDT+20`) and the times that stand with it. Only a DTM after TDT, before the next leg and the first box, is
 * about the ship: after a single LOC it is about that place, else about the quay of the report.
 */
export function readVesselCall(
  report: EdifactReport,
  ports: readonly string[],
  times: CodeList,
  context: ReportContext,
): VesselCall {
  const { header } = report;
  const first = header.findIndex((segment) => segment.is('TDT', '20'));
  const tdt = header[first];
  if (!tdt) return { vessel: null, units: [] };
  const afterIt = header.slice(first + 1);
  const nextLeg = afterIt.findIndex((segment) => segment.tag === 'TDT');
  const group = nextLeg < 0 ? afterIt : afterIt.slice(0, nextLeg);
  const vessel = readConveyance(tdt, group, 'VESSEL', report.message.at, context);
  const stamps = listStamps(group, times);
  const firstStamp = stamps[0];
  if (!firstStamp) return { vessel, units: [] };
  const span = { start: tdt.start, end: (stamps.at(-1) ?? firstStamp).segment.end };
  const at = `${report.message.at}/TDT`;
  if (!vessel) {
    context.findings.add('MISSING_FIELD', 'ERROR', at, 'vessel or voyage', tdt);
    return { vessel, units: [{ events: [], span }] };
  }
  const events = stamps.flatMap((stamp) => readStamp(stamp, vessel, ports, report, context) ?? []);
  return { vessel, units: [{ events, span }] };
}

/** A time of the call, and the LOC that it follows; null after a list of places, where it is about the quay. */
interface Stamp {
  readonly segment: EdifactSegment;
  readonly code: EventCode;
  readonly classifier: EventClassifier;
  readonly location: EdifactSegment | null;
}

function listStamps(group: readonly EdifactSegment[], times: CodeList): Stamp[] {
  const stamps: Stamp[] = [];
  let location: EdifactSegment | null = null;
  let isList = false;
  let before: string | null = null;
  for (const segment of group) {
    if (segment.tag === 'LOC') {
      isList = before === 'LOC';
      location = segment;
    }
    before = segment.tag;
    if (segment.tag !== 'DTM') continue;
    const parts = CALL_EVENT.exec(times.find(segment.read(0, 0) ?? '')?.canonical ?? '');
    if (!parts) continue;
    const code = parts[1] as EventCode;
    const classifier = parts[2] as EventClassifier;
    stamps.push({ segment, code, classifier, location: isList ? null : location });
  }
  return stamps;
}

function readStamp(
  { segment, code, classifier, location }: Stamp,
  vessel: TransportRef,
  ports: readonly string[],
  report: EdifactReport,
  context: ReportContext,
): TrackingEvent | null {
  const where = { at: `${report.message.at}/DTM`, span: segment };
  const place = placeOfCall(location, ports, report, context);
  if (!place) context.findings.addOnce('MISSING_FIELD', 'WARNING', where.at, 'place of the call', segment);
  const time = context.placesAndTimes.time(readDateTime(segment), segment.read(0, 1) ?? '', place, where);
  if (!time) return null;
  const rawCode = segment.read(0, 0);
  return claim({ code, classifier, time, place: place?.ref ?? null, transport: vessel, rawCode });
}

function placeOfCall(
  said: EdifactSegment | null,
  ports: readonly string[],
  { findInHeader, message }: EdifactReport,
  { placesAndTimes }: ReportContext,
): ResolvedPlace | null {
  const segment = said ?? findLocation(findInHeader, ['165', '175', ...ports])?.segment;
  if (!segment) return null;
  const { code, facility } = readLocation(segment);
  if (code === null) return null;
  return placesAndTimes.place(code, facility, { at: `${message.at}/LOC`, span: segment });
}
