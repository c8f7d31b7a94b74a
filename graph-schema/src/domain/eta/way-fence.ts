import type { PlaceRef, TrackingEvent } from '../tracking-event.ts';

/** Scheme of the reason of a crossing of the fence around the way that a run is expected to take. */
const WAY_SCHEME = 'EXPECTED_WAY';

/** A run left the fence around its expected way, or came back into it. */
export interface FenceCrossing {
  readonly isOut: boolean;
  /** Half the width of the fence, in nautical miles. */
  readonly nm: number;
  /** Epoch milliseconds of the first position on the other side. */
  readonly at: number;
  /** Of the last position before; null: none was known. */
  readonly before: number | null;
}

const NAME = 'OFF_WAY';
const UNIT = '[nmi_i]';

/** What tells such a crossing: code, what it is by, how wide the fence is, and where the way leads. */
export function crossingParts(
  isOut: boolean,
  nm: number,
  to: PlaceRef,
): Pick<TrackingEvent, 'code' | 'reason' | 'measurements' | 'to'> {
  return {
    code: isOut ? 'GEOFENCE_EXIT' : 'GEOFENCE_ENTRY',
    reason: { scheme: WAY_SCHEME, code: isOut ? 'OFF' : 'ON', text: null },
    measurements: [{ kind: 'OTHER', name: NAME, value: nm, unit: UNIT }],
    to,
  };
}

/** Half the width of the fence of which a claim tells the crossing; null of any other claim. */
export function fenceOf({ reason, measurements }: TrackingEvent): number | null {
  if (reason?.scheme !== WAY_SCHEME) return null;
  return measurements.find(({ name }) => name === NAME)?.value ?? null;
}

/** Whether such a claim tells that it went out. */
export function isOutOf({ code }: TrackingEvent): boolean {
  return code === 'GEOFENCE_EXIT';
}
