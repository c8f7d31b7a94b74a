import { USUAL_LISTS } from '../../syntax/json-records.ts';
import type { Interpretation } from 'graph-schema/domain/message';
import { LISTS_3 } from '../../claims/dcsa/lists.ts';
import { messageReader } from '../../claims/dcsa/message-reader.ts';
import { interpretJson } from '../../claims/json/interpret-json.ts';
import type { MessageFormat } from '../message-format.ts';
import { joinResources } from './join-resources.ts';
import { cancellationsOf, readPortCallEvent } from './read-event.ts';

const RECORDS = { maxDepth: 32, lists: [['events'], ...USUAL_LISTS] } as const;
const JSON_START = /^[[{]/;
const OWN_FIELD =
  /"(?:portCallID|terminalCallID|portCallServiceID|portCallService|portCallServiceTypeCode|timestampID)"\s*:/;

/** DCSA Port Call 2.0 events, and the resources of Just in Time Port Call 2.0 that they grew from. See README. */
export const dcsaPortCall2: MessageFormat<'dcsa-port-call-2'> = {
  id: 'dcsa-port-call-2',
  name: { en: 'DCSA Port Call (Just in Time) 2.0 (JSON)', zh: 'DCSA 准时靠泊 2.0（JSON）' },
  mediaTypes: ['application/json', 'application/x-ndjson'],
  detect: (head) =>
    JSON_START.test(head) && OWN_FIELD.test(head) && !/"(?:@context|operationsEventTypeCode)"/.test(head),
  read: (bytes, context) =>
    withAllCancelled(
      interpretJson(bytes, context, RECORDS, (scope) => {
        const reader = messageReader(scope, LISTS_3);
        const join = joinResources();
        return (record, where) => readPortCallEvent(join(record), where, reader, scope);
      }),
    ),
};

/** A service that is cancelled takes its estimates, requests and plans with it, each of which hangs on a thread of its own. */
function withAllCancelled(read: Interpretation): Interpretation {
  return { ...read, messages: read.messages.flatMap(cancellationsOf) };
}
