import { eventTimeAt } from 'graph-schema/domain/event-time';
import { claim } from 'graph-schema/domain/claim';
import type { EventClassifier, EventCode } from 'graph-schema/domain/event-code';
import type { EventTime, Reason, TrackingEvent } from 'graph-schema/domain/tracking-event';
import type { ClaimContext, Where } from '../../claims/claim-context.ts';
import { trainRun, type ReadStop } from '../../claims/json/train-run.ts';
import { asObject, textOf, type JsonObject } from '../../syntax/json-fields.ts';
import { NOTHING, type UnitOutcome } from '../../syntax/units.ts';

/** Movements; what else there is (activations, changes of origin, identity, place) moves no train. */
const MOVEMENT = '0003';
const CANCELLATION = '0002';
const DAY_MS = 86_400_000;

export function isTrust(record: JsonObject): boolean {
  return asObject(record['header'])?.['msg_type'] !== undefined && asObject(record['body']) !== null;
}

/**
 * A message of TRUST, the train reports of Great Britain:
 *
 *     { header: { msg_type "0003" }, body: { train_id "874L20MY20", event_type ARRIVAL | DEPARTURE, loc_stanox,
 *       actual_timestamp, planned_timestamp (ms), timetable_variation (min), variation_status, correction_ind } }
 *
 * `train_id` is area, headcode, call code and the day of the month on which the train set out. Timestamps are clocks of
 * London counted as if they were UTC.
 */
export function readTrust(
  record: JsonObject,
  where: Where,
  stops: ReadStop,
  scope: ClaimContext,
): UnitOutcome {
  const { findings } = scope;
  const type = textOf(asObject(record['header']), 'msg_type') ?? '';
  const body = asObject(record['body']);
  if (type !== MOVEMENT && type !== CANCELLATION) {
    findings.add('UNSUPPORTED', 'INFO', `${where.at}.header.msg_type`, type, where.span);
    return { message: null, hasNoContent: true };
  }
  const field = type === MOVEMENT ? 'actual_timestamp' : 'canx_timestamp';
  const time = londonTime(textOf(body, field));
  const [, headcode, day] = /^\d{2}(\w{4})\w{2}(\d{2})$/.exec(textOf(body, 'train_id') ?? '') ?? [];
  if (!time || headcode === undefined || day === undefined) {
    const missing = time ? 'train_id' : field;
    findings.add('MISSING_FIELD', 'ERROR', `${where.at}.body.${missing}`, textOf(body, missing), where.span);
    return NOTHING;
  }
  const run = trainRun(headcode, originDay(day, time));
  const stanox = textOf(body, 'loc_stanox');
  const place = stanox === null ? null : (stops([stanox], where)?.ref ?? null);
  const common = { transport: run, place };
  if (type === CANCELLATION)
    return told(
      [claim({ ...common, code: 'RUN_CANCELLED', classifier: 'ACTUAL', time, rawCode: type })],
      where,
    );
  const said = textOf(body, 'event_type')?.toUpperCase() ?? '';
  const code = EVENTS[said];
  if (code === undefined) {
    findings.add('BAD_SYNTAX', 'ERROR', `${where.at}.body.event_type`, said || null, where.span);
    return NOTHING;
  }
  const one = (at: EventTime, classifier: EventClassifier, reason: Reason | null): TrackingEvent =>
    claim({ ...common, code, classifier, time: at, reason, rawCode: said });
  const planned = londonTime(textOf(body, 'planned_timestamp'));
  const plan = planned ? [one(planned, 'PLANNED', null)] : [];
  return told([...plan, one(time, 'ACTUAL', delayOf(body))], where);
}

const EVENTS: Readonly<Record<string, EventCode>> = { ARRIVAL: 'ARRIVED', DEPARTURE: 'DEPARTED' };

function told(events: readonly TrackingEvent[], { span }: Where): UnitOutcome {
  const attested = events.map((event) => ({ event, messageRef: null, span, recordedAt: null }));
  return { message: { thread: null, version: 0, attested, retraction: null } };
}

function londonTime(written: string | null): EventTime | null {
  if (written === null || !/^\d{12,13}$/.test(written)) return null;
  const local = new Date(Number(written)).toISOString().slice(0, 19);
  return eventTimeAt({ local, precision: 'MINUTE', explicitZone: 'Europe/London' }, null, 'UTC');
}

/** The last day of that number up to the report: trains are under way for a day or two. */
function originDay(day: string, { local }: EventTime): string {
  for (let back = 0; back < 31; back += 1) {
    const date = new Date(Date.parse(`${local}Z`) - back * DAY_MS).toISOString().slice(0, 10);
    if (date.endsWith(day)) return date;
  }
  return local.slice(0, 10);
}

function delayOf(body: JsonObject | null): Reason | null {
  const minutes = textOf(body, 'timetable_variation');
  const status = textOf(body, 'variation_status');
  if (minutes === null || !/^\d{1,4}$/.test(minutes) || (status !== 'LATE' && status !== 'EARLY'))
    return null;
  return {
    scheme: 'DELAY_MINUTES',
    code: String(status === 'EARLY' ? -Number(minutes) : Number(minutes)),
    text: null,
  };
}
