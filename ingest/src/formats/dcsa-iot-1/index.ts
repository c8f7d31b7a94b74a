import { USUAL_LISTS } from '../../syntax/json-records.ts';
import { readEnvelopedEvent } from '../../claims/dcsa/enveloped-event.ts';
import { LISTS_3 } from '../../claims/dcsa/lists.ts';
import { messageReader } from '../../claims/dcsa/message-reader.ts';
import { interpretJson } from '../../claims/json/interpret-json.ts';
import { asObject } from '../../syntax/json-fields.ts';
import type { MessageFormat } from '../message-format.ts';

const RECORDS = { maxDepth: 32, lists: [['events'], ...USUAL_LISTS] } as const;
const JSON_START = /^[[{]/;
const OWN_FIELD = /"iotEventTypeCode"\s*:|"iotEventCode"\s*:|"eventType"\s*:\s*"IOT"/;
const DCSA_FIELD = /"(?:eventID|eventCreatedDateTime|eventClassifierCode|retractedEventID)"\s*:/;
const OTHER_STANDARD = /"(?:@context|eventClassification|eventRouting)"\s*:/;

/** DCSA IoT 1.0 (2023): events of devices on containers, each `{ metadata, payload }` or flat. See README. */
export const dcsaIot1: MessageFormat<'dcsa-iot-1'> = {
  id: 'dcsa-iot-1',
  name: { en: 'DCSA IoT 1.0 (JSON)', zh: 'DCSA 集装箱物联网 1.0（JSON）' },
  mediaTypes: ['application/json', 'application/x-ndjson'],
  detect: (head) =>
    JSON_START.test(head) && OWN_FIELD.test(head) && DCSA_FIELD.test(head) && !OTHER_STANDARD.test(head),
  read: (bytes, context) =>
    interpretJson(bytes, context, RECORDS, (scope) => {
      const reader = messageReader(scope, LISTS_3);
      return (event, where) => {
        const metadata = asObject(event['metadata']);
        return metadata
          ? readEnvelopedEvent(metadata, event, reader, scope, where)
          : readEnvelopedEvent(event, { payload: event }, reader, scope, where);
      };
    }),
};
