import { claim, transport as transportOf } from 'graph-schema/domain/claim';
import type { EventClassifier, EventCode } from 'graph-schema/domain/event-code';
import type { TrackingEvent, TransportMode, TransportRef } from 'graph-schema/domain/tracking-event';
import type { CodeList } from 'graph-schema/reference/code-list';
import { readConveyance } from './conveyance.ts';
import type { EdifactContext } from './interchange.ts';
import { placeOfSegment } from './places.ts';
import { readDateTime, type SegmentGroup } from './segments.ts';
import type { EdifactSegment } from '../../syntax/edifact/segment.ts';

/** `ARRIVED:ACTUAL` in the list of qualifiers (DTM 2005) of the message type. */
const CALL_EVENT = /^(ARRIVED|DEPARTED):(ACTUAL|ESTIMATED)$/;
/** LOC 3227 of the main carriage: what a leg before or after it says of these places is not about its own means. */
const MAIN_PLACES: ReadonlySet<string> = new Set(['9', '11', '13']);

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
  const { transport, isMain, times, at } = leg;
  const events: TrackingEvent[] = [];
  let location: EdifactSegment | null = null;
  for (const segment of segments) {
    if (segment.tag === 'LOC') location = segment;
    const parts =
      segment.tag === 'DTM' ? CALL_EVENT.exec(times.find(segment.read(0) ?? '')?.canonical ?? '') : null;
    // Without a place it is the time of nothing that could be told apart.
    if (!parts || !location) continue;
    const place = placeOfSegment(location, at, context);
    const where = { at: `${at}/DTM`, span: segment };
    const time = context.placesAndTimes.time(readDateTime(segment), segment.read(0, 1) ?? '', place, where);
    if (!time) continue;
    const isAboutMain = MAIN_PLACES.has(location.read(0) ?? '');
    events.push(
      claim({
        code: parts[1] as EventCode,
        classifier: parts[2] as EventClassifier,
        time,
        place: place?.ref ?? null,
        transport: isMain === isAboutMain ? transport : null,
        rawCode: segment.read(0),
      }),
    );
  }
  return events;
}
