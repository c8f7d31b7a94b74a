import type { Interpretation, ReadMessage } from 'graph-schema/domain/message';
import type { TrackingEvent } from 'graph-schema/domain/tracking-event';
import type { Where } from '../../claims/claim-context.ts';
import { interpretJson } from '../../claims/json/interpret-json.ts';
import { readTime } from '../../claims/json/iso-time.ts';
import { versionOf } from '../../claims/message-action.ts';
import { textOf, type JsonObject } from '../../syntax/json-fields.ts';
import { NOTHING } from '../../syntax/units.ts';
import type { ReadContext } from '../message-format.ts';
import { messageReader, type MessageReader } from './message-reader.ts';
import { toEvents } from './to-events.ts';

/**
 * Answer of GET /v2/events and body of a callback: an array. Of GET /v2/events/{eventID}: one event. Archived callbacks:
 * lines of either. Gateways that add paging wrap the array. Nesting of an event is 4 (transportCall.location.address).
 */
const RECORDS = { maxDepth: 32, lists: [['events']] } as const;

/** A unit is one event object, and a bad one does not touch the others. */
export function readDcsaTnt2(bytes: Uint8Array, context: ReadContext): Interpretation {
  return interpretJson(bytes, context, RECORDS, ({ findings }) => {
    const reader = messageReader(context, findings);
    return (event, where) => {
      const events = toEvents(event, reader, where);
      return events.length === 0 ? NOTHING : { message: readMessage(event, events, reader, where) };
    };
  });
}

/**
 * Each event is a message of its own: carriers correct one by publishing its eventID again, created later, and 2.2 has
 * no flag that takes one back. So every event replaces what was said under its id before.
 */
function readMessage(
  event: JsonObject,
  events: readonly TrackingEvent[],
  reader: MessageReader,
  { at, span }: Where,
): ReadMessage {
  const id = textOf(event, 'eventID');
  const createdText = textOf(event, 'eventCreatedDateTime');
  const created =
    createdText === null ? null : readTime(createdText, null, reader.context.source.defaultZone);
  if (id === null) reader.findings.add('MISSING_FIELD', 'WARNING', `${at}.eventID`, null, span);
  if (createdText === null)
    reader.findings.add('MISSING_FIELD', 'WARNING', `${at}.eventCreatedDateTime`, null, span);
  else if (!created)
    reader.findings.add('BAD_TIME', 'WARNING', `${at}.eventCreatedDateTime`, createdText, span);
  const recordedAt = created?.instant ?? null;
  const attested = events.map((claimed) => ({ event: claimed, messageRef: id, span, recordedAt }));
  const version = versionOf(recordedAt);
  if (id === null) return { thread: null, version, attested, retraction: null };
  const thread = `DCSA:${id}`;
  return { thread, version, attested, retraction: { kind: 'REPLACE', thread, version } };
}
