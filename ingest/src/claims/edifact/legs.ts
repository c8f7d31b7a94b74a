import { claim, transport as transportOf } from 'graph-schema/domain/claim';
import type { EventClassifier, EventCode } from 'graph-schema/domain/event-code';
import type { TrackingEvent, TransportMode, TransportRef } from 'graph-schema/domain/tracking-event';
import type { CodeList, CodeRow } from 'graph-schema/reference/code-list';
import { readConveyance } from './conveyance.ts';
import type { EdifactContext } from './interchange.ts';
import { placeOfSegment } from './places.ts';
import { readDateTime, type SegmentGroup } from './segments.ts';
import type { EdifactSegment } from '../../syntax/edifact/segment.ts';

/** `ARRIVED:ACTUAL` in the list of qualifiers (DTM 2005) of the message type. */
const CALL_EVENT = /^(ARRIVED|DEPARTED|CUT_OFF):(ACTUAL|ESTIMATED|PLANNED)$/;
/** LOC 3227 of the main carriage: what a leg before or after it says of these places is not about its own means. */
const MAIN_PLACES: ReadonlySet<string> = new Set(['9', '11', '13']);

/** LOC 3227 of the leg itself: departure, arrival, next and last call. */
const OWN_PLACES: ReadonlySet<string> = new Set(['5', '8', '60', '61', '125']);

/** One TDT and what stands with it. */
export interface Leg {
  /** 8051 = 20, main carriage. */
  readonly isMain: boolean;
  readonly tdt: EdifactSegment;
  readonly transport: TransportRef | null;
  readonly segments: readonly EdifactSegment[];
  /** Its departures and arrivals, each at the LOC that it follows. */
  readonly calls: () => TrackingEvent[];
}

/** The legs among these groups. `times`: DTM 2005 of the message type. */
export function readLegs(
  groups: readonly SegmentGroup[],
  times: CodeList,
  at: string,
  context: EdifactContext,
): Leg[] {
  return groups
    .filter(([first]) => first.tag === 'TDT')
    .map((group, index): Leg => {
      const [tdt, ...segments] = group;
      const isMain = tdt.read(0) === '20';
      const where = `${at}/TDT[${index + 1}]`;
      const transport = readConveyance(tdt, ownTimes(segments, isMain), null, where, context);
      const calls = (): TrackingEvent[] =>
        readCalls(segments, { transport, isMain, times, at: where }, context);
      return { isMain, tdt, transport, segments, calls };
    });
}

/** The means of a status: of the leg that has the status code's own mode, else of the first leg that says one. */
export function legTransport(legs: readonly Leg[], mode: TransportMode | null): TransportRef | null {
  const said = legs.flatMap(({ transport }) => transport ?? []);
  if (mode === null) return said[0] ?? null;
  return said.find((one) => one.mode === mode) ?? transportOf({ mode });
}

/** Without what is said of places that another leg serves. */
function ownTimes(segments: readonly EdifactSegment[], isMain: boolean): EdifactSegment[] {
  let isOwn = true;
  return segments.filter((segment) => {
    if (segment.tag === 'LOC') isOwn = isMain || !MAIN_PLACES.has(segment.read(0) ?? '');
    return isOwn || segment.tag !== 'DTM';
  });
}

function readCalls(
  segments: readonly EdifactSegment[],
  leg: Pick<Leg, 'isMain' | 'transport'> & { readonly times: CodeList; readonly at: string },
  context: EdifactContext,
): TrackingEvent[] {
  const events: TrackingEvent[] = [];
  let location: EdifactSegment | null = null;
  for (const segment of segments) {
    if (segment.tag === 'LOC') location = segment;
    const qualifier = segment.tag === 'DTM' ? segment.read(0) : null;
    const row = qualifier === null ? null : leg.times.find(qualifier);
    if (qualifier !== null && !row)
      context.findings.unmapped(leg.times, qualifier, `${leg.at}/DTM`, segment, 'INFO');
    const parts = CALL_EVENT.exec(row?.canonical ?? '');
    if (!row || !parts) continue;
    const call = { code: parts[1] as EventCode, classifier: parts[2] as EventClassifier };
    // Without a place it is the time of nothing that could be told apart.
    const at = location ?? endOf(call.code, segments);
    const event = at && readCall(call, at, segment, row, leg, context);
    if (event) events.push(event);
  }
  return events;
}

function readCall(
  call: Pick<TrackingEvent, 'code' | 'classifier'>,
  location: EdifactSegment,
  segment: EdifactSegment,
  { code, meaning }: CodeRow,
  { transport, isMain, at }: Pick<Leg, 'isMain' | 'transport'> & { readonly at: string },
  context: EdifactContext,
): TrackingEvent | null {
  const place = placeOfSegment(location, at, context);
  const where = { at: `${at}/DTM`, span: segment };
  const time = context.placesAndTimes.time(readDateTime(segment), segment.read(0, 1) ?? '', place, where);
  if (!time) return null;
  const about = { ...call, time, place: place?.ref ?? null, rawCode: code };
  if (call.code === 'CUT_OFF')
    return claim({ ...about, reason: { scheme: 'EDIFACT 2005', code, text: meaning } });
  const locationFunction = location.read(0) ?? '';
  const isOwn = OWN_PLACES.has(locationFunction) || isMain === MAIN_PLACES.has(locationFunction);
  return claim({ ...about, transport: isOwn ? transport : null });
}

/** LOC 3227 of the beginning and of the end of a leg, for times that stand before its places. */
const BEGINNINGS = ['9', '5', '88'];
const ENDS = ['11', '8', '7'];

function endOf(code: EventCode, segments: readonly EdifactSegment[]): EdifactSegment | null {
  const wanted = code === 'ARRIVED' ? ENDS : BEGINNINGS;
  for (const one of wanted) {
    const found = segments.find((segment) => segment.is('LOC', one));
    if (found) return found;
  }
  return null;
}
