import { claim } from 'graph-schema/domain/claim';
import type { EventClassifier, EventCode } from 'graph-schema/domain/event-code';
import type { Reason, TrackingEvent, TransportRef } from 'graph-schema/domain/tracking-event';
import type { ClaimContext, Where } from '../../claims/claim-context.ts';
import { readTime } from '../../claims/json/iso-time.ts';
import { trainPosition, trainRun, type ReadStop } from '../../claims/json/train-run.ts';
import { asObject, numberOf, objectsOf, textOf, type JsonObject } from '../../syntax/json-fields.ts';
import { NOTHING, type UnitOutcome } from '../../syntax/units.ts';
import { isCalendarDay } from '../../syntax/wall-clock.ts';

const KNOTS_PER_KILOMETRE_AN_HOUR = 0.539_957;

/** One train with its rows, or one position of a train. */
export function readTrain(
  record: JsonObject,
  where: Where,
  stops: ReadStop,
  scope: ClaimContext,
): UnitOutcome {
  const number = textOf(record, 'trainNumber');
  const date = textOf(record, 'departureDate');
  if (number === null || date === null || !isCalendarDay(date)) {
    const field = number === null ? 'trainNumber' : 'departureDate';
    scope.findings.add(
      date !== null && number !== null ? 'BAD_TIME' : 'MISSING_FIELD',
      'ERROR',
      `${where.at}.${field}`,
      date,
      where.span,
    );
    return NOTHING;
  }
  const run = trainRun(number, date);
  if (record['timeTableRows'] === undefined && record['location'] !== undefined)
    return readPosition(record, run, where, scope);
  return readRows(record, run, where, stops, scope);
}

/**
 * A train is published whole each time, with a version that counts up: so a later one replaces the earlier. Without a
 * version nothing says which is the later, and both stand.
 */
function readRows(
  record: JsonObject,
  run: TransportRef,
  where: Where,
  stops: ReadStop,
  scope: ClaimContext,
): UnitOutcome {
  const thread = `TRAIN:${run.train}@${run.departureDate}`;
  const version = numberOf(record, 'version');
  const isVersion = version !== null && Number.isSafeInteger(version) && version > 0;
  if (record['deleted'] === true && isVersion)
    return { message: { thread, version, attested: [], retraction: { kind: 'CANCEL', thread, version } } };
  const rows = objectsOf(record['timeTableRows']);
  const events =
    record['cancelled'] === true
      ? cancelled(rows, run)
      : rows.flatMap((row, i) =>
          rowClaims(row, run, { ...where, at: `${where.at}.timeTableRows[${i}]` }, stops, scope),
        );
  if (events.length === 0) {
    scope.findings.add(
      'MISSING_FIELD',
      'ERROR',
      `${where.at}.timeTableRows.scheduledTime`,
      run.train,
      where.span,
    );
    return NOTHING;
  }
  const attested = events.map((event) => ({ event, messageRef: null, span: where.span, recordedAt: null }));
  if (!isVersion) return { message: { thread: null, version: 0, attested, retraction: null } };
  return { message: { thread, version, attested, retraction: { kind: 'REPLACE', thread, version } } };
}

/** The run that should have left then does not. */
function cancelled(rows: readonly JsonObject[], run: TransportRef): TrackingEvent[] {
  const first = rows.map((row) => textOf(row, 'scheduledTime')).find((text) => text !== null);
  const time = first ? readTime(first, null, 'UTC') : null;
  return time
    ? [claim({ code: 'RUN_CANCELLED', classifier: 'ACTUAL', time, transport: run, rawCode: 'cancelled' })]
    : [];
}

function rowClaims(
  row: JsonObject,
  run: TransportRef,
  where: Where,
  stops: ReadStop,
  { findings, source }: ClaimContext,
): TrackingEvent[] {
  const type = textOf(row, 'type')?.toUpperCase();
  const isPass = row['trainStopping'] === false;
  // A train that does not stop has two rows of one time; the second is enough.
  if (isPass && type === 'ARRIVAL') return [];
  const code: EventCode = isPass ? 'PASSED' : type === 'ARRIVAL' ? 'ARRIVED' : 'DEPARTED';
  if (type !== 'ARRIVAL' && type !== 'DEPARTURE') {
    findings.add('BAD_SYNTAX', 'WARNING', `${where.at}.type`, type ?? null, where.span);
    return [];
  }
  const place = stops(stationCodes(row), where);
  const at = (field: string): ReturnType<typeof readTime> => {
    const written = textOf(row, field);
    const time = written === null ? null : readTime(written, place?.place ?? null, source.defaultZone);
    if (written !== null && !time)
      findings.add('BAD_TIME', 'WARNING', `${where.at}.${field}`, written, where.span);
    return time;
  };
  const common = { place: place?.ref ?? null, transport: run, rawCode: type };
  const planned = at('scheduledTime');
  if (row['cancelled'] === true)
    return planned ? [claim({ ...common, code: 'CALL_OMITTED', classifier: 'ACTUAL', time: planned })] : [];
  const actual = at('actualTime');
  const expected = actual ?? at('liveEstimateTime');
  const classifier: EventClassifier = actual ? 'ACTUAL' : 'ESTIMATED';
  return [
    ...(planned ? [claim({ ...common, code, classifier: 'PLANNED', time: planned })] : []),
    ...(expected ? [claim({ ...common, code, classifier, time: expected, reason: delayOf(row) })] : []),
  ];
}

function stationCodes(row: JsonObject): string[] {
  const own = textOf(row, 'stationShortCode');
  const uic = textOf(row, 'stationUICCode');
  const country = textOf(row, 'countryCode');
  const primary = uic !== null && country !== null ? `${country}${uic.padStart(5, '0')}` : null;
  return [own, primary, uic].filter((code) => code !== null);
}

/** How late in minutes, and the cause as the railway codes it. */
function delayOf(row: JsonObject): Reason | null {
  const minutes = numberOf(row, 'differenceInMinutes');
  const [cause] = objectsOf(row['causes']);
  const code = textOf(cause ?? null, 'thirdCategoryCode', 'detailedCategoryCode', 'categoryCode');
  const text = minutes === null ? null : `${minutes > 0 ? '+' : ''}${minutes} min`;
  if (code !== null) return { scheme: 'TRAIN_DELAY_CAUSE', code, text };
  return minutes === null ? null : { scheme: 'DELAY_MINUTES', code: String(minutes), text: null };
}

function readPosition(
  record: JsonObject,
  run: TransportRef,
  where: Where,
  { findings, source }: ClaimContext,
): UnitOutcome {
  const written = textOf(record, 'timestamp');
  const time = written === null ? null : readTime(written, null, source.defaultZone);
  const location = asObject(record['location']);
  const [longitude, latitude] = Array.isArray(location?.['coordinates'])
    ? (location['coordinates'] as unknown[])
    : [];
  const speed = numberOf(record, 'speed');
  const position =
    time &&
    trainPosition(
      run,
      time.instant,
      numberOf({ latitude }, 'latitude'),
      numberOf({ longitude }, 'longitude'),
      {
        speedKnots:
          speed === null || speed < 0 ? null : Math.round(speed * KNOTS_PER_KILOMETRE_AN_HOUR * 10) / 10,
        courseDegrees: null,
      },
    );
  if (position) return { message: null, positions: [position] };
  const problem = written !== null && !time ? 'BAD_TIME' : 'MISSING_FIELD';
  findings.add(
    problem,
    'ERROR',
    `${where.at}.${time ? 'location.coordinates' : 'timestamp'}`,
    written,
    where.span,
  );
  return NOTHING;
}
