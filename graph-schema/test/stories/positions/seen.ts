import type { BerthLine } from '../../../src/domain/calls/berth-lines.ts';
import { callsOf, withBerths } from '../../../src/domain/calls/calls-of.ts';
import type { DerivedCall } from '../../../src/domain/calls/derived-call.ts';
import type { Mover } from '../../../src/domain/calls/track-fix.ts';
import type { TrackFix } from '../../../src/geo/track.ts';
import { getCallZones } from '../../../src/reference/call-zones.ts';
import { sampleGazetteer } from '../../../src/testing/sample-gazetteer.ts';

/** What positions show, as lines of a story that this service tells of a run (`on KAPOK/114S`). */
export function seen(track: readonly TrackFix[], mover: Mover, on: string, berths: readonly BerthLine[] = []): string {
  return callsOf(track, mover, withBerths(getCallZones(), berths)).flatMap((call) => lineOf(call, on)).join('\n');
} // prettier-ignore

function lineOf({ code, at, spot, berth, passage }: DerivedCall, on: string): string[] {
  // A strait or canal has a name and no clock of its own: that of who tells it.
  if (passage)
    return [`INTERNAL ${clockAt('Asia/Shanghai', at)} NAMED:${passage.replaceAll(' ', '_')} ${code} ${on}`];
  const port = spot?.unLocode ? sampleGazetteer.findLocode(spot.unLocode) : null;
  const airport = spot?.code ? sampleGazetteer.findAirport(spot.code) : null;
  const zone = airport?.zone ?? port?.zone;
  if (!zone || !spot) return [];
  const where = airport ? `IATA:${spot.code}` : [spot.unLocode, spot.code, berth].filter(Boolean).join('/');
  return [`INTERNAL ${clockAt(zone, at)} ${where} ${code} ${on}`];
}

/** `2026-11-20 12:15` on the wall there. */
function clockAt(timeZone: string, seconds: number): string {
  const style = { timeZone, dateStyle: 'short', timeStyle: 'short' } as const;
  return new Intl.DateTimeFormat('sv-SE', style).format(seconds * 1000);
}
