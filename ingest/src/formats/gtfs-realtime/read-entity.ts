import { claim } from 'graph-schema/domain/claim';
import type { EventClassifier, EventCode } from 'graph-schema/domain/event-code';
import type { Reason, TrackingEvent, TransportRef } from 'graph-schema/domain/tracking-event';
import type { ClaimContext, Where } from '../../claims/claim-context.ts';
import { stopReader, type ReadStop } from '../../claims/json/train-run.ts';
import { versionOf } from '../../claims/message-action.ts';
import { asObject, numberOf, objectsOf, textOf, type JsonObject } from '../../syntax/json-fields.ts';
import { NOTHING, type UnitOutcome } from '../../syntax/units.ts';
import { readVehicle } from './read-vehicle.ts';
import { timeOf } from './seconds.ts';
import { cancellationOf, runOf, stopRelation } from './trip.ts';

const NO_CONTENT: UnitOutcome = { message: null, hasNoContent: true };

/** Reads the entities of one feed; `timestamp`: when it was made, in seconds since 1970. */
export function entityReader(
  scope: ClaimContext,
): (entity: JsonObject, timestamp: number | null, where: Where) => UnitOutcome {
  const stops = stopReader(scope);
  return (entity, timestamp, where) => {
    const update = asObject(entity['tripUpdate'] ?? entity['trip_update']);
    const vehicle = asObject(entity['vehicle']);
    if (update) return readUpdate(update, entity, timestamp, where, stops, scope);
    if (vehicle) return readVehicle(vehicle, timestamp, where, stops, scope);
    // Alerts are words for passengers, shapes and stops are geometry; a deletion takes nothing back that was true.
    const isKnown = [
      'alert',
      'shape',
      'stop',
      'isDeleted',
      'is_deleted',
      'tripModifications',
      'trip_modifications',
    ];
    if (isKnown.some((name) => entity[name] !== undefined)) return NO_CONTENT;
    scope.findings.add('UNSUPPORTED', 'ERROR', where.at, textOf(entity, 'id'), where.span);
    return NOTHING;
  };
}

function readUpdate(
  update: JsonObject,
  entity: JsonObject,
  feedTime: number | null,
  where: Where,
  stops: ReadStop,
  scope: ClaimContext,
): UnitOutcome {
  const madeAt = numberOf(update, 'timestamp') || feedTime;
  const rows = objectsOf(update['stopTimeUpdate'] ?? update['stop_time_update']);
  const run = runOf(update, firstTime(rows) ?? madeAt, where, scope);
  if (!run) return NOTHING;
  const events: TrackingEvent[] = [];
  const cancellation = cancellationOf(update, where, scope);
  if (cancellation !== null) {
    const time = timeOf(madeAt);
    if (time)
      events.push(
        claim({ code: 'RUN_CANCELLED', classifier: 'ACTUAL', time, transport: run, rawCode: cancellation }),
      );
  } else for (const row of rows) events.push(...stopClaims(row, run, madeAt, where, stops, scope));
  if (events.length === 0) {
    // A delay alone moves a timetable that the feed does not hold.
    scope.findings.add(
      'MISSING_FIELD',
      'ERROR',
      `${where.at}.tripUpdate.stopTimeUpdate.time`,
      run.train,
      where.span,
    );
    return NOTHING;
  }
  const recordedAt = timeOf(madeAt)?.instant ?? null;
  const messageRef = textOf(entity, 'id');
  const attested = events.map((event) => ({ event, messageRef, span: where.span, recordedAt }));
  return { message: { thread: null, version: versionOf(recordedAt), attested, retraction: null } };
}

/** Planned and expected arrival and departure at one stop. */
function stopClaims(
  row: JsonObject,
  run: TransportRef,
  madeAt: number | null,
  where: Where,
  stops: ReadStop,
  scope: ClaimContext,
): TrackingEvent[] {
  const stop = textOf(row, 'stopId', 'stop_id');
  const place = stops(stop === null ? [] : [stop], where)?.ref ?? null;
  const relation = stopRelation(row, where, scope);
  const at = (
    code: EventCode,
    classifier: EventClassifier,
    seconds: number | null,
    reason: Reason | null,
  ) => {
    const time = timeOf(seconds);
    return time
      ? [claim({ code, classifier, time, place, transport: run, reason, rawCode: relation.said ?? code })]
      : [];
  };
  const skipped = relation.means === 'SKIPPED';
  if (relation.means === 'NO_DATA' || place === null) return [];
  return (['arrival', 'departure'] as const).flatMap((name) => {
    const said = asObject(row[name]);
    const expected = positive(said, 'time');
    const delay = numberOf(said, 'delay');
    const planned =
      positive(said, 'scheduledTime', 'scheduled_time') ??
      (expected !== null && delay !== null ? expected - delay : null);
    if (skipped)
      return name === 'arrival' || !row['arrival']
        ? at('CALL_OMITTED', 'ACTUAL', planned ?? madeAt, null)
        : [];
    const code = name === 'arrival' ? 'ARRIVED' : 'DEPARTED';
    // Only a time in the past that is certain has happened; a forecast that time has caught up with may still be one.
    const isCertain =
      numberOf(said, 'uncertainty') === 0 && expected !== null && madeAt !== null && expected <= madeAt;
    const late = delay ?? (expected !== null && planned !== null ? expected - planned : null);
    const reason = late === null ? null : { scheme: 'DELAY_SECONDS', code: String(late), text: null };
    return [
      ...at(code, 'PLANNED', planned, null),
      ...at(code, isCertain ? 'ACTUAL' : 'ESTIMATED', expected, reason),
    ];
  });
}

function firstTime(rows: readonly JsonObject[]): number | null {
  for (const row of rows) {
    for (const name of ['departure', 'arrival'] as const) {
      const said = asObject(row[name]);
      const seconds = positive(said, 'scheduledTime', 'scheduled_time') ?? positive(said, 'time');
      if (seconds !== null) return seconds;
    }
  }
  return null;
}

/** 0 is what an absent number is in some mappings. */
function positive(object: JsonObject | null, ...names: readonly string[]): number | null {
  const value = numberOf(object, ...names);
  return value !== null && value > 0 ? value : null;
}
