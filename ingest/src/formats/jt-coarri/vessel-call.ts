import { claim } from 'graph-schema/domain/claim';
import type { TrackingEvent } from 'graph-schema/domain/tracking-event';
import { readJtVessel, sailingKey } from '../../claims/jt-files/box-record.ts';
import { parseJtTime, writtenTime, type JtContext, type JtUnit } from '../../claims/jt-files/interpret-jt.ts';
import type { JtMessage } from '../../syntax/jt-flat/message.ts';
import type { JtRecord } from '../../syntax/jt-flat/record.ts';
import { quayOf } from './route.ts';

/** Fields of record 10 that tell of the ship itself. Start and end of work are about the cranes. */
const STAMPS = [
  { field: 'berthed', code: 'BERTHED' },
  { field: 'departed', code: 'DEPARTED' },
] as const;

/** Calls that tell when the ship berthed or left, each once: some senders repeat record 10 before every box. */
export function readCalls(message: JtMessage, context: JtContext): JtUnit[] {
  const seen = new Set<string>();
  const units: JtUnit[] = [];
  for (const record of message.records) {
    if (record.number !== '10') continue;
    const key = record.fields.join(':');
    if (seen.has(key)) continue;
    seen.add(key);
    const stamps = STAMPS.flatMap(({ field, code }) => {
      const written = writtenTime(context.layout, record, field);
      return written === null ? [] : [{ code, written }];
    });
    if (stamps.length === 0) continue;
    units.push({
      thread: `COARRI:CALL:${sailingKey(record, context)}`,
      isContext: true,
      events: stamps.flatMap((stamp) => readStamp(stamp, record, message, context) ?? []),
      at: `${message.at}/10`,
      span: { start: record.start, end: record.end },
    });
  }
  return units;
}

function readStamp(
  { code, written }: { readonly code: 'BERTHED' | 'DEPARTED'; readonly written: string },
  record: JtRecord,
  message: JtMessage,
  context: JtContext,
): TrackingEvent | null {
  const where = { at: `${message.at}/10`, span: record };
  const vessel = readJtVessel(record, message.at, context);
  if (!vessel) {
    context.findings.add('MISSING_FIELD', 'ERROR', where.at, 'vessel or voyage', record);
    return null;
  }
  const quay = quayOf(null, null, message, context);
  const time = context.placesAndTimes.time(parseJtTime(written), written, quay, where);
  return (
    time &&
    claim({
      code,
      classifier: 'ACTUAL',
      time,
      place: quay?.ref ?? null,
      transport: vessel,
      rawCode: code === 'BERTHED' ? '靠泊' : '离泊',
    })
  );
}
