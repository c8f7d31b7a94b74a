import type { Interpretation, ReadMessage } from 'graph-schema/domain/message';
import type { Attested, TrackingEvent } from 'graph-schema/domain/tracking-event';
import { versionOf } from '../../claims/message-action.ts';
import { collectFindings } from '../../syntax/findings.ts';
import { interpretation, UnitTally } from '../../syntax/units.ts';
import type { ReadContext } from '../message-format.ts';
import { asObject, textOf, type JsonObject } from './json-fields.ts';
import { messageReader, type MessageReader, type Spot } from './message-reader.ts';
import { readRecords } from './records.ts';
import { readTime } from './time.ts';
import { toEvents } from './to-events.ts';

/** Shapes of a message in `records.ts`; a unit is one event object, and a bad one does not touch the others. */
export function readDcsaTnt2(bytes: Uint8Array, context: ReadContext): Interpretation {
  const findings = collectFindings();
  const tally = new UnitTally();
  const reader = messageReader(context, findings);
  const messages: ReadMessage[] = [];
  const records = readRecords(bytes, context.source.defaultCharset, findings);
  for (const { value, span, path } of records) {
    const event = asObject(value);
    if (!event) {
      findings.add('BAD_SYNTAX', 'ERROR', path, null, span);
      tally.withIssuesOnly();
      continue;
    }
    const at: Spot = { path, span };
    const events = toEvents(event, reader, at);
    if (events.length === 0) tally.withIssuesOnly();
    else {
      tally.withEvents();
      messages.push(readMessage(event, events, reader, at));
    }
  }
  if (records.length === 0 && findings.issues.length === 0)
    findings.add('EMPTY_MESSAGE', 'ERROR', '$', null, null);
  return interpretation({ messages }, findings, tally);
}

/**
 * Each event is a message of its own: carriers correct one by publishing its eventID again, created later, and 2.2 has
 * no flag that takes one back. So every event replaces what was said under its id before.
 */
function readMessage(
  event: JsonObject,
  events: readonly TrackingEvent[],
  reader: MessageReader,
  { path, span }: Spot,
): ReadMessage {
  const id = textOf(event, 'eventID');
  const createdText = textOf(event, 'eventCreatedDateTime');
  const created =
    createdText === null ? null : readTime(createdText, null, reader.context.source.defaultZone);
  if (id === null) reader.findings.add('MISSING_FIELD', 'WARNING', `${path}.eventID`, null, span);
  if (createdText === null)
    reader.findings.add('MISSING_FIELD', 'WARNING', `${path}.eventCreatedDateTime`, null, span);
  else if (!created)
    reader.findings.add('BAD_TIME', 'WARNING', `${path}.eventCreatedDateTime`, createdText, span);
  const recordedAt = created?.instant ?? null;
  const attested = events.map((claimed): Attested => ({ event: claimed, messageRef: id, span, recordedAt }));
  const version = versionOf(recordedAt);
  if (id === null) return { thread: null, version, attested, retraction: null };
  const thread = `DCSA:${id}`;
  return { thread, version, attested, retraction: { kind: 'REPLACE', thread, version } };
}
