import { parseTrainNumber } from 'graph-schema/codes/train';
import type { TransportRef } from 'graph-schema/domain/tracking-event';
import { zoneOffset } from 'graph-schema/domain/zone-offset';
import { loadCodeList, type CodeList } from 'graph-schema/reference/code-list';
import type { ClaimContext, Where } from '../../claims/claim-context.ts';
import { trainRun } from '../../claims/json/train-run.ts';
import { isCalendarDay } from '../../syntax/wall-clock.ts';
import { asObject, textOf, type JsonObject } from '../../syntax/json-fields.ts';

/**
 * The run that a trip is: by its train number and day. The number is the trip's id where that is one, else what the
 * vehicle is labelled with where that is one, else the id as it is. Without a start date it is the day, on the sender's
 * clock, of the first time that the entity names, and a warning.
 */
export function runOf(
  update: JsonObject,
  firstSeconds: number | null,
  where: Where,
  { findings, source }: ClaimContext,
): TransportRef | null {
  const trip = asObject(update['trip']);
  const id = textOf(trip, 'tripId', 'trip_id');
  const label = textOf(asObject(update['vehicle']), 'label');
  const number = [id, label].find((text) => text !== null && parseTrainNumber(text).ok) ?? id;
  if (!number) {
    findings.add('MISSING_FIELD', 'ERROR', `${where.at}.trip.tripId`, null, where.span);
    return null;
  }
  const written = textOf(trip, 'startDate', 'start_date');
  const date = written === null ? null : written.replace(/^(\d{4})(\d\d)(\d\d)$/, '$1-$2-$3');
  if (date !== null && /^\d{4}-\d\d-\d\d$/.test(date) && isCalendarDay(date)) return trainRun(number, date);
  const day = firstSeconds === null ? null : dayOf(firstSeconds, source.defaultZone);
  if (date !== null || day === null) {
    findings.add(
      date === null ? 'MISSING_FIELD' : 'BAD_TIME',
      'ERROR',
      `${where.at}.trip.startDate`,
      written,
      where.span,
    );
    return null;
  }
  findings.addOnce('MISSING_FIELD', 'WARNING', `${where.at}.trip.startDate`, null, where.span);
  return trainRun(number, day);
}

const TRIP_RELATIONS = loadCodeList('gtfs-realtime/trip-relations');
const STOP_RELATIONS = loadCodeList('gtfs-realtime/stop-relations');

/** How a call stands to its timetable: as sent, and what that means; one that the proto does not have is told. */
export function stopRelation(
  row: JsonObject,
  where: Where,
  scope: ClaimContext,
): { readonly said: string | null; readonly means: string | null } {
  return relationOf(row, STOP_RELATIONS, where, scope);
}

/** The word that takes a whole trip back, as sent; null while the trip is to run. */
export function cancellationOf(update: JsonObject, where: Where, scope: ClaimContext): string | null {
  const { said, means } = relationOf(asObject(update['trip']), TRIP_RELATIONS, where, scope);
  return means === 'CANCELLED' ? said : null;
}

function relationOf(
  of: JsonObject | null,
  list: CodeList,
  where: Where,
  { findings }: ClaimContext,
): { readonly said: string | null; readonly means: string | null } {
  const said = textOf(of, 'scheduleRelationship', 'schedule_relationship');
  const row = said === null ? null : list.find(said);
  if (said !== null && !row) findings.unmapped(list, said, `${where.at}.scheduleRelationship`, where.span);
  return { said, means: row?.canonical ?? null };
}

/** The day of an instant on the clock of a zone; the second question is for the hours after clocks have changed. */
export function dayOf(seconds: number, zone: string): string | null {
  const utc = seconds * 1000;
  const near = zoneOffset(zone, utc);
  const offset = near === null ? null : zoneOffset(zone, utc + near);
  const wall = new Date(utc + (offset ?? Number.NaN));
  return Number.isNaN(wall.getTime()) ? null : wall.toISOString().slice(0, 10);
}
