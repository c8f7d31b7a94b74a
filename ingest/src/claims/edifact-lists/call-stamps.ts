import { claim } from 'graph-schema/domain/claim';
import type { EventClassifier, EventCode } from 'graph-schema/domain/event-code';
import type { TrackingEvent, TransportRef } from 'graph-schema/domain/tracking-event';
import type { CodeList } from 'graph-schema/reference/code-list';
import type { EdifactSegment } from '../../syntax/edifact/segment.ts';
import type { EdifactContext } from '../edifact/interchange.ts';
import { findLocation } from '../edifact/location.ts';
import { placeOfSegment } from '../edifact/places.ts';
import { findIn, readDateTime } from '../edifact/segments.ts';

/** A time of a ship's call, and the port that it is about. */
export interface CallStamp {
  readonly segment: EdifactSegment;
  readonly code: EventCode;
  readonly classifier: EventClassifier;
  readonly port: EdifactSegment | null;
}

const STAMP = /^([A-Z_]+):(PLANNED|ESTIMATED|ACTUAL|REQUESTED)(?::(THIS|NEXT))?$/;

/**
 * The times of a call, by a list whose rows say event, classifier and port (`DEPARTED:ACTUAL:THIS`). THIS is the port
 * of the message (`here`), wherever the time stands; NEXT the port that the time stands after. Other qualifiers are
 * left out.
 */
export function listCallStamps(
  segments: readonly EdifactSegment[],
  list: CodeList,
  here: readonly string[],
): CallStamp[] {
  const home = findLocation(findIn(segments), here)?.segment ?? null;
  const stamps: CallStamp[] = [];
  let after: EdifactSegment | null = null;
  for (const segment of segments) {
    if (segment.tag === 'LOC') after = segment;
    if (segment.tag !== 'DTM') continue;
    const [, code, classifier, port] = STAMP.exec(list.find(segment.read(0, 0) ?? '')?.canonical ?? '') ?? [];
    if (!code || !classifier) continue;
    stamps.push({
      segment,
      code: code as EventCode,
      classifier: classifier as EventClassifier,
      port: port === 'THIS' ? (home ?? after) : (after ?? home),
    });
  }
  return stamps;
}

/** The claim about the run that a stamp makes; null, with a finding, when its time cannot be read. */
export function claimStamp(
  { segment, code, classifier, port }: CallStamp,
  transport: TransportRef,
  at: string,
  context: EdifactContext,
): TrackingEvent | null {
  const where = { at: `${at}/DTM`, span: segment };
  const place = port && placeOfSegment(port, at, context);
  if (!place) context.findings.addOnce('MISSING_FIELD', 'WARNING', where.at, 'place of the call', segment);
  const time = context.placesAndTimes.time(readDateTime(segment), segment.read(0, 1) ?? '', place, where);
  if (!time) return null;
  return claim({ code, classifier, time, place: place?.ref ?? null, transport, rawCode: segment.read(0, 0) });
}
