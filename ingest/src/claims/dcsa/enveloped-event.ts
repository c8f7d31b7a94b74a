import { asObject, numberOf, textOf, type JsonObject } from '../../syntax/json-fields.ts';
import { NOTHING, type UnitOutcome } from '../../syntax/units.ts';
import type { ClaimContext, Where } from '../claim-context.ts';
import { containerPositions } from '../json/container-positions.ts';
import { flatEventClaims } from './flat-event.ts';
import type { MessageReader } from './message-reader.ts';
import { publishedEvent, retractedEvent } from './republished.ts';

/**
 * An event in two parts, as the betas of Track and Trace 3.0 and IoT 1.0 have it (2023):
 *
 *     { "metadata": { eventID, eventCreatedDateTime, eventType, publisher, retractedEventID? }, "payload": { …as in 2.3 } }
 */
export function readEnvelopedEvent(
  metadata: JsonObject,
  record: JsonObject,
  reader: MessageReader,
  context: ClaimContext & { readonly receivedAt: string },
  where: Where,
): UnitOutcome {
  const identity = {
    id: textOf(metadata, 'eventID'),
    recorded: textOf(metadata, 'eventCreatedDateTime'),
    recordedName: 'metadata.eventCreatedDateTime',
    mustBeRecorded: true,
  };
  const retracted = textOf(metadata, 'retractedEventID');
  if (retracted !== null) return retractedEvent(identity, retracted, context, where);
  const payload = asObject(record['payload']) ?? {};
  const event: JsonObject = {
    ...payload,
    eventType: textOf(payload, 'eventType') ?? textOf(metadata, 'eventType'),
    eventLocation: payload['eventLocation'] ?? payload['location'] ?? payload['geoLocation'],
  };
  const events = flatEventClaims(event, reader, where);
  if (events.length === 0) return NOTHING;
  const location = asObject(payload['geoLocation']) ?? asObject(event['eventLocation']);
  return {
    message: publishedEvent(identity, events, context, where),
    positions: containerPositions(events, numberOf(location, 'latitude'), numberOf(location, 'longitude')),
  };
}
