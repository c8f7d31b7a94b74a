import { claim } from 'graph-schema/domain/claim';
import type { EventClassifier, EventCode } from 'graph-schema/domain/event-code';
import type { ResolvedPlace } from 'graph-schema/domain/resolve-place';
import type { TrackingEvent, TransportRef } from 'graph-schema/domain/tracking-event';
import { loadCodeList } from 'graph-schema/reference/code-list';
import type { ReportContext, ReportUnit } from '../../claims/edifact-reports/interpret-reports.ts';
import { findLocation, readLocation } from '../../claims/edifact/location.ts';
import type { EdifactReport } from '../../claims/edifact-reports/report.ts';
import { readDateTime } from '../../claims/edifact/segments.ts';
import type { EdifactSegment } from '../../syntax/edifact/segment.ts';
import { readTransport } from '../../claims/edifact/transport.ts';
import { readVessel } from '../../claims/ports/vessel.ts';

const TIMES = loadCodeList('edifact-coarri/dtm-2005');

/** `ARRIVED:ACTUAL` in the list of qualifiers. */
const CALL_EVENT = /^(ARRIVED|DEPARTED):(ACTUAL|ESTIMATED)$/;

export interface VesselCall {
  /** The ship that the boxes are loaded to or discharged from; null when the report does not identify it. */
  readonly vessel: TransportRef | null;
  /** At most one: the times of the call. */
  readonly units: readonly ReportUnit[];
}

/**
 * The main carriage (`TDT+20`) and the times that stand with it. Only a DTM after TDT, before the next leg and the first box, is
 * about the ship: after a LOC it is about that place, else about the quay of the report.
 */
export function readVesselCall(
  report: EdifactReport,
  ports: readonly string[],
  context: ReportContext,
): VesselCall {
  const { header } = report;
  const first = header.findIndex((segment) => segment.is('TDT', '20'));
  const tdt = header[first];
  if (!tdt) return { vessel: null, units: [] };
  const afterIt = header.slice(first + 1);
  const nextLeg = afterIt.findIndex((segment) => segment.tag === 'TDT');
  const group = nextLeg < 0 ? afterIt : afterIt.slice(0, nextLeg);
  const vessel = vesselOf(tdt, group, report, context);
  const stamps = listStamps(group);
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

function vesselOf(
  tdt: EdifactSegment,
  group: readonly EdifactSegment[],
  report: EdifactReport,
  context: ReportContext,
): TransportRef | null {
  const { mode, identity, identityList, name, reference } = readTransport(tdt);
  const referred = (kind: string): string | null =>
    group.find((segment) => segment.is('RFF', kind))?.read(0, 1) ?? null;
  return readVessel(
    {
      mode: mode === 'BARGE' ? 'BARGE' : 'VESSEL',
      identity: identity ?? referred('VM'),
      isCallSign: identityList === '103',
      name,
      voyage: reference ?? referred('VON'),
    },
    { at: `${report.message.at}/TDT`, span: tdt },
    context,
  );
}

/** A time of the call, and the LOC that it follows. */
interface Stamp {
  readonly segment: EdifactSegment;
  readonly code: EventCode;
  readonly classifier: EventClassifier;
  readonly location: EdifactSegment | null;
}

function listStamps(group: readonly EdifactSegment[]): Stamp[] {
  const stamps: Stamp[] = [];
  let location: EdifactSegment | null = null;
  for (const segment of group) {
    if (segment.tag === 'LOC') location = segment;
    if (segment.tag !== 'DTM') continue;
    const parts = CALL_EVENT.exec(TIMES.find(segment.read(0, 0) ?? '')?.canonical ?? '');
    if (!parts) continue;
    stamps.push({ segment, code: parts[1] as EventCode, classifier: parts[2] as EventClassifier, location });
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
