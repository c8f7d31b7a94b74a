import { claim } from 'graph-schema/domain/claim';
import { runKey } from 'graph-schema/domain/claim-keys';
import type { TrackingEvent } from 'graph-schema/domain/tracking-event';
import { readJtVessel, sailingKey } from './box-record.ts';
import { readJtPlace } from './cargo-records.ts';
import { parseJtTime, writtenTime, type JtContext, type JtUnit } from './interpret-jt.ts';
import type { JtMessage } from '../../syntax/jt-flat/message.ts';
import type { JtRecord } from '../../syntax/jt-flat/record.ts';

/** Days that record 10 gives of its port of departure. These papers are written before the ship sails: no actuals. */
const DAYS = [
  { field: 'arrivalDate', code: 'ARRIVED', classifier: 'ESTIMATED' },
  { field: 'sailingDate', code: 'DEPARTED', classifier: 'PLANNED' },
] as const;

/** Sailings of the file that say a day, each once: some senders repeat record 10 before every bill. */
export function readSailings(message: JtMessage, context: JtContext): JtUnit[] {
  const seen = new Set<string>();
  return message.records.flatMap((record) => {
    const key = record.fields.join(':');
    if (record.number !== '10' || seen.has(key)) return [];
    seen.add(key);
    const events = readDays(record, message, context);
    if (events.length === 0) return [];
    const span = { start: record.start, end: record.end };
    const thread = `${message.type}:CALL:${sailingKey(record, context)}`;
    return [{ thread, isContext: true, events, at: `${message.at}/10`, span }];
  });
}

function readDays(record: JtRecord, message: JtMessage, context: JtContext): TrackingEvent[] {
  const transport = readJtVessel(record, message.at, context);
  const port = readJtPlace([record], 'departPort', message.at, context);
  if (!transport || !port || runKey(transport) === null) return [];
  const where = { at: `${message.at}/10`, span: record };
  return DAYS.flatMap(({ field, code, classifier }) => {
    const written = writtenTime(context.layout, record, field);
    const clock = parseJtTime(written);
    if (written === null) return [];
    const time = context.placesAndTimes.time(clock, written, port, where);
    return time ? [claim({ code, classifier, time, place: port.ref, transport, rawCode: field })] : [];
  });
}
