import type { Interpretation } from 'graph-schema/domain/message';
import { loadCodeList } from 'graph-schema/reference/code-list';
import { flatEventClaims } from '../../claims/dcsa/flat-event.ts';
import { EVENT_RECORDS } from '../../claims/dcsa/lists.ts';
import { messageReader } from '../../claims/dcsa/message-reader.ts';
import { timestampAsEvent } from '../../claims/dcsa/port-operations.ts';
import { publishedEvent } from '../../claims/dcsa/republished.ts';
import { interpretJson } from '../../claims/json/interpret-json.ts';
import { textOf } from '../../syntax/json-fields.ts';
import { NOTHING } from '../../syntax/units.ts';
import type { ReadContext } from '../message-format.ts';
import { inLaterNames } from './early-names.ts';

const LISTS = {
  equipment: loadCodeList('dcsa-tnt-2/equipment-event-types'),
  transport: loadCodeList('dcsa-tnt-2/transport-event-types'),
  shipment: loadCodeList('dcsa-tnt-2/shipment-events'),
  references: loadCodeList('dcsa-tnt-2/reference-types'),
  iot: null,
  reefer: null,
};

/**
 * Answer of GET /v2/events and body of a callback: an array. Of GET /v2/events/{eventID}: one event. Archived callbacks:
 * lines of either. Gateways that add paging wrap the array. A unit is one event object, and a bad one does not touch the others. */
export function readDcsaTnt2(bytes: Uint8Array, context: ReadContext): Interpretation {
  return interpretJson(bytes, context, EVENT_RECORDS, (scope) => {
    const reader = messageReader(scope, LISTS);
    return (given, where) => {
      const event = timestampAsEvent(inLaterNames(given, scope.findings, where));
      const events = flatEventClaims(event, reader, where);
      if (events.length === 0) return NOTHING;
      const identity = {
        id: textOf(event, 'eventID'),
        recorded: textOf(event, 'eventCreatedDateTime'),
        recordedName: 'eventCreatedDateTime',
        mustBeRecorded: true,
      };
      return { message: publishedEvent(identity, events, scope, where) };
    };
  });
}
