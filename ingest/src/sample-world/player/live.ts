import type { Delivery } from '../delivery.ts';
import { utcIso } from '../moment.ts';
import { AIS_STATION, vesselStates, type sampleJourneys } from '../sample-deliveries.ts';
import { aisBatch } from '../writers/ais-nmea.ts';

/** Wall time between two batches of positions. */
export const POSITIONS_EVERY_MS = 10_000;
/** The longest sleep: the clock may be looked at anew after it. */
const LONGEST_SLEEP_MS = 5_000;

/** How long to sleep, in wall milliseconds, until the service clock reaches `due`. */
export function sleepUntil(due: number, serviceNow: number, clockRate: number): number {
  return Math.min(LONGEST_SLEEP_MS, Math.max(50, (due - serviceNow) / clockRate));
}

/** What the coast stations hear now. */
export function livePositions(journeys: ReturnType<typeof sampleJourneys>, serviceNow: number): Delivery {
  const { contentType, bytes } = aisBatch(vesselStates(journeys, serviceNow), AIS_STATION);
  return {
    sourceId: 'ais-station',
    deliverAt: utcIso(serviceNow),
    contentType,
    bytes,
    what: 'AIS: all ships',
  };
}

/** Name of a file in the drop folder: sorts by time. */
export function dropFileName({ deliverAt }: Delivery, position: number): string {
  return `${deliverAt.replace(/[-:]/g, '')}-${String(position).padStart(5, '0')}.txt`;
}
