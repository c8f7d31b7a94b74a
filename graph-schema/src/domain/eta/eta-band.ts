import type { EventTime } from '../tracking-event.ts';
import { zoneOffset } from '../zone-offset.ts';
import { BAND_CONFIDENCE_PERCENT, type ComputedBasis } from './computed-claim.ts';

/** Between which times a computed arrival comes, on the clock that it is told by. */
export interface EtaBand {
  readonly from: EventTime;
  readonly to: EventTime;
  readonly confidencePercent: number;
  /** Past arrivals that it rests on; 0: the house value. */
  readonly closed: number;
}

/** Null of what others tell: nobody knows how far off that may be. */
export function etaBand({ time, computed }: { readonly time: EventTime; readonly computed: ComputedBasis | null }): EtaBand | null {
  if (!computed) return null;
  return {
    from: onClockOf(time, computed.bandFrom),
    to: onClockOf(time, computed.bandTo),
    confidencePercent: BAND_CONFIDENCE_PERCENT,
    closed: computed.closed,
  };
} // prettier-ignore

function onClockOf(time: EventTime, at: number): EventTime {
  const offset = zoneOffset(time.zone, at + (zoneOffset(time.zone, at) ?? 0)) ?? 0;
  return { ...time, instant: iso(at), local: iso(at + offset).slice(0, 19), precision: 'MINUTE' };
}

function iso(at: number): string {
  return `${new Date(at).toISOString().slice(0, 19)}Z`;
}
