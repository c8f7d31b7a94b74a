import { readEnvelopedEvent } from '../../claims/dcsa/enveloped-event.ts';
import { flatEventClaims } from '../../claims/dcsa/flat-event.ts';
import { EVENT_RECORDS, LISTS_3 } from '../../claims/dcsa/lists.ts';
import { flattenLocation } from '../../claims/dcsa/location.ts';
import { messageReader } from '../../claims/dcsa/message-reader.ts';
import { containerPositions } from '../../claims/json/container-positions.ts';
import { publishedEvent, retractedEvent } from '../../claims/dcsa/republished.ts';
import { interpretJson } from '../../claims/json/interpret-json.ts';
import { asObject, numberOf, textOf } from '../../syntax/json-fields.ts';
import { NOTHING } from '../../syntax/units.ts';
import type { MessageFormat } from '../message-format.ts';
import { flattenEvent } from './flatten.ts';

const JSON_START = /^[[{]/;
const OWN_FIELD = /"(?:eventRouting|isRetracted|eventUpdatedDateTime|retractedEventID)"\s*:/;
const NESTED = /"eventClassification"\s*:/;
/** The beta of 2023 in two parts, whose codes are those of 2.3. */
const BETA = /"payload"\s*:\s*\{/;
const BETA_FIELD = /"(?:equipmentEventTypeCode|transportEventTypeCode|shipmentEventTypeCode)"\s*:/;
const OTHER_STANDARD =
  /"(?:@context|iotEventTypeCode|timestampID|portCall|portCallID|portCallService|portCallServiceID|terminalCallID)"\s*:|"eventType"\s*:\s*"IOT"/;

/** DCSA Track and Trace 3.0: the final 3.0.0 in both its spellings, and the beta in two parts. See README. */
export const dcsaTnt3: MessageFormat<'dcsa-tnt-3'> = {
  id: 'dcsa-tnt-3',
  name: { en: 'DCSA Track and Trace 3.0 (JSON)', zh: 'DCSA 货物追踪 3.0（JSON）' },
  mediaTypes: ['application/json', 'application/x-ndjson'],
  detect: (head) =>
    JSON_START.test(head) &&
    (NESTED.test(head) ||
      ((OWN_FIELD.test(head) || (BETA.test(head) && BETA_FIELD.test(head))) && !OTHER_STANDARD.test(head))),
  read: (bytes, context) =>
    interpretJson(bytes, context, EVENT_RECORDS, (scope) => {
      const reader = messageReader(scope, LISTS_3);
      return (event, where) => {
        const metadata = asObject(event['metadata']);
        if (metadata) return readEnvelopedEvent(metadata, event, reader, scope, where);
        // The standard has ids unique within their originating party, which a retraction may leave out: so they stand alone.
        const id = textOf(event, 'eventID');
        const isRetracted = event['isRetracted'] === true;
        const identity = {
          id,
          recorded: textOf(event, 'eventUpdatedDateTime'),
          recordedName: 'eventUpdatedDateTime',
          // Of a retracted event nothing but its id need be there.
          mustBeRecorded: !isRetracted,
        };
        if (id !== null && isRetracted) return retractedEvent(identity, id, scope, where);
        const events = flatEventClaims(flattenEvent(event), reader, where);
        if (events.length === 0) return NOTHING;
        const seen = flattenLocation(asObject(event['eventLocation']));
        const positions = containerPositions(events, numberOf(seen, 'latitude'), numberOf(seen, 'longitude'));
        return { message: publishedEvent(identity, events, scope, where), positions };
      };
    }),
};
