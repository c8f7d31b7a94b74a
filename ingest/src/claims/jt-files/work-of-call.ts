import { claim } from 'graph-schema/domain/claim';
import type { EventCode } from 'graph-schema/domain/event-code';
import type { ResolvedPlace } from 'graph-schema/domain/resolve-place';
import type { TrackingEvent, TransportRef } from 'graph-schema/domain/tracking-event';
import type { JtRecord } from '../../syntax/jt-flat/record.ts';
import { parseJtTime, writtenTime, type JtContext } from './interpret-jt.ts';

/** A field of a call that holds a time, what it says of the ship, and the work that it is about in words. */
export interface CallStamp {
  readonly field: string;
  readonly code: EventCode;
  readonly words: string;
}

/** Claims about the run of a ship out of the times in the records of its call. */
export function readCallStamps(
  records: readonly JtRecord[],
  stamps: readonly CallStamp[],
  transport: TransportRef,
  place: ResolvedPlace | null,
  at: string,
  { layout, placesAndTimes }: JtContext,
): TrackingEvent[] {
  return stamps.flatMap(({ field, code, words }) => {
    const record = layout.find(records, field)?.record ?? null;
    const written = writtenTime(layout, record, field);
    if (record === null || written === null) return [];
    const where = { at: `${at}/${record.number}`, span: record };
    const time = placesAndTimes.time(parseJtTime(written), written, place, where);
    if (!time) return [];
    return [
      claim({ code, classifier: 'ACTUAL', time, place: place?.ref ?? null, transport, rawCode: words }),
    ];
  });
}
