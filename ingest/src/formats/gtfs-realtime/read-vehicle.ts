import { claim } from 'graph-schema/domain/claim';
import type { PositionReport } from 'graph-schema/domain/position';
import type { EventTime, TransportRef } from 'graph-schema/domain/tracking-event';
import type { ResolvedPlace } from 'graph-schema/domain/resolve-place';
import { loadCodeList } from 'graph-schema/reference/code-list';
import type { ClaimContext, Where } from '../../claims/claim-context.ts';
import { trainPosition, type ReadStop } from '../../claims/json/train-run.ts';
import { asObject, numberOf, textOf, type JsonObject } from '../../syntax/json-fields.ts';
import { NOTHING, type UnitOutcome } from '../../syntax/units.ts';
import { timeOf } from './seconds.ts';
import { runOf } from './trip.ts';

const STATUSES = loadCodeList('gtfs-realtime/vehicle-stop-status');
const KNOTS_PER_METRE_A_SECOND = 1.943_844;
/** The year 2100 in seconds: versions count down to it, so that of several pictures the earliest is the newest version. */
const FAR_SECOND = 4_102_444_800;

/**
 * Where a vehicle is: by its coordinates, else, while it stands at a stop (`current_status` STOPPED_AT), by those of the
 * stop. A train that stands at a stop has arrived there: of all pictures that show it so, the first tells when.
 */
export function readVehicle(
  vehicle: JsonObject,
  feedTime: number | null,
  where: Where,
  stops: ReadStop,
  scope: ClaimContext,
): UnitOutcome {
  const madeAt = numberOf(vehicle, 'timestamp') || feedTime;
  const time = timeOf(madeAt);
  const run = runOf(vehicle, madeAt, where, scope);
  if (!run) return NOTHING;
  const stop = stopStoodAt(vehicle, where, stops, scope);
  const position = time && (reported(vehicle, run, time) ?? (stop && atStop(stop, run, time)));
  const positions = position ? [position] : [];
  if (time && stop) {
    const { ref: place } = stop;
    const rawCode = 'STOPPED_AT';
    const event = claim({ code: 'ARRIVED', classifier: 'ACTUAL', time, place, transport: run, rawCode });
    const code = place.unLocode ?? place.railStation ?? place.raw ?? '';
    const thread = `GTFS-RT:${run.train}@${run.departureDate}:${code}`;
    const version = FAR_SECOND - Math.min(Math.floor(madeAt ?? 0), FAR_SECOND);
    const attested = [{ event, messageRef: null, span: where.span, recordedAt: time.instant }];
    return {
      message: { thread, version, attested, retraction: { kind: 'REPLACE', thread, version } },
      positions,
    };
  }
  if (position) return { message: null, positions };
  scope.findings.add('MISSING_FIELD', 'ERROR', `${where.at}.vehicle.position`, run.train, where.span);
  return NOTHING;
}

/** The stop at which the vehicle stands; null on the way, and where the feed does not say which stop it is. */
function stopStoodAt(
  vehicle: JsonObject,
  where: Where,
  stops: ReadStop,
  { findings }: ClaimContext,
): ResolvedPlace | null {
  const said = textOf(vehicle, 'currentStatus', 'current_status');
  const row = said === null ? null : STATUSES.find(said);
  if (said !== null && !row)
    findings.unmapped(STATUSES, said, `${where.at}.vehicle.currentStatus`, where.span);
  const stop = row?.canonical === 'STOPPED' ? textOf(vehicle, 'stopId', 'stop_id') : null;
  return stop === null ? null : stops([stop], where);
}

function reported(vehicle: JsonObject, run: TransportRef, time: EventTime): PositionReport | null {
  const said = asObject(vehicle['position']);
  const speed = numberOf(said, 'speed');
  const course = numberOf(said, 'bearing');
  return trainPosition(run, time.instant, rounded(said, 'latitude'), rounded(said, 'longitude'), {
    speedKnots: speed === null || speed < 0 ? null : Math.round(speed * KNOTS_PER_METRE_A_SECOND * 10) / 10,
    courseDegrees: course === null || course < 0 || course >= 360 ? null : Math.round(course * 10) / 10,
  });
}

function atStop({ place }: ResolvedPlace, run: TransportRef, time: EventTime): PositionReport | null {
  const still = { speedKnots: 0, courseDegrees: null };
  return place && trainPosition(run, time.instant, place.latitude, place.longitude, still);
}

/** A float of four bytes holds a coordinate to some metres: more digits than five are noise. */
function rounded(position: JsonObject | null, name: string): number | null {
  const degrees = numberOf(position, name);
  return degrees === null ? null : Math.round(degrees * 1e5) / 1e5;
}
