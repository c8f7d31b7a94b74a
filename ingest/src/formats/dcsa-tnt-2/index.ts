import type { MessageFormat } from '../message-format.ts';
import { readDcsaTnt2 } from './parse.ts';

/** JSON in which some event has a field that only 2.x has; 3.0 renamed all of them, early drafts had one for three. */
const JSON_START = /^[[{]/;
const OWN_FIELD =
  /"(?:eventClassifierCode|equipmentEventTypeCode|transportEventTypeCode|shipmentEventTypeCode)"\s*:/;
const EARLY_FIELD = /"eventSub[tT]ype"\s*:/;
const EARLY_TYPE = /"eventType"\s*:\s*"(?:SHIPMENT|EQUIPMENT|TRANSPORT)"/i;
const OTHER_STANDARD =
  /"(?:@context|eventRouting|eventClassification|isRetracted|retractedEventID|eventUpdatedDateTime|iotEventTypeCode)"\s*:|"payload"\s*:\s*\{/;

export const dcsaTnt2: MessageFormat<'dcsa-tnt-2'> = {
  id: 'dcsa-tnt-2',
  name: { en: 'DCSA Track and Trace 2.2 and 2.3 (JSON)', zh: 'DCSA 货物追踪 2.2、2.3（JSON）' },
  mediaTypes: ['application/json', 'application/x-ndjson'],
  detect: (head) =>
    JSON_START.test(head) &&
    (OWN_FIELD.test(head) || (EARLY_FIELD.test(head) && EARLY_TYPE.test(head))) &&
    !OTHER_STANDARD.test(head),
  read: readDcsaTnt2,
};
