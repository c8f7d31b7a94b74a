import { USUAL_LISTS } from '../../syntax/json-records.ts';
import { interpretJson } from '../../claims/json/interpret-json.ts';
import { epcisEventReader } from '../../claims/epcis/read-event.ts';
import { refuseQuery } from '../../claims/epcis/refuse-query.ts';
import { textOf, type JsonObject } from '../../syntax/json-fields.ts';
import { NOTHING } from '../../syntax/units.ts';
import type { MessageFormat } from '../message-format.ts';
import { curieExpander } from './curie.ts';
import { isQuery, QUERY_HEAD } from './query.ts';
import { readJsonEvent, type ExpandCurie } from './read-json-event.ts';

/**
 * GS1 EPCIS 2.0 in JSON-LD (GS1 EPCIS 2.0, chapter 10), read as JSON: the standard fixes the names.
 *
 *     document = { "@context", "type": "EPCISDocument", "epcisBody": { "eventList": [event …] } }
 *     answer   = { …, "type": "EPCISQueryDocument", "epcisBody": { "queryResults": { "resultsBody": { "eventList" … } } } }
 *     bare     = event / "[" event *("," event) "]" / lines of events or documents / list of documents
 *
 * Queries (`query.ts`) are recognised, so that whoever sends one by mistake is told so.
 */
const RECORDS = {
  // Extensions of senders may nest as they like.
  maxDepth: 64,
  lists: [
    ['epcisBody', 'eventList'],
    ['epcisBody', 'queryResults', 'resultsBody', 'eventList'],
    ['resultsBody', 'eventList'],
    ['eventList'],
    ['events'],
    ...USUAL_LISTS,
  ],
} as const;

const JSON_START = /^[[{]/;
const DOCUMENT =
  /"(?:type|isA|@type)"\s*:\s*"EPCIS(?:Query)?Document"|"epcisBody"\s*:|\/epcis-context\.jsonld"/;
const EVENT =
  /"(?:type|isA|@type)"\s*:\s*"(?:Object|Aggregation|Association|Transaction|Transformation)Event"/;
const EVENT_FIELD = /"(?:eventTime|eventTimeZoneOffset|epcList|childEPCs|bizStep)"\s*:/;

export const epcis2Json: MessageFormat<'epcis-2-json'> = {
  id: 'epcis-2-json',
  name: { en: 'GS1 EPCIS 2.0 (JSON-LD)', zh: 'GS1 EPCIS 2.0 事件（JSON-LD）' },
  mediaTypes: ['application/json', 'application/ld+json'],
  detect: (head) =>
    JSON_START.test(head) &&
    (DOCUMENT.test(head) || (EVENT.test(head) && EVENT_FIELD.test(head)) || QUERY_HEAD.test(head)),
  read: (bytes, context) =>
    interpretJson(bytes, context, RECORDS, (scope) => {
      const read = epcisEventReader(scope);
      let around: JsonObject | null = null;
      let expand: ExpandCurie = curieExpander(null);
      return (record, where, wrapper) => {
        if (wrapper !== around) {
          around = wrapper;
          expand = curieExpander(wrapper);
        }
        if (isQuery(record)) return refuseQuery(scope.findings, where);
        if (/^EPCIS\w*Document$/.test(textOf(record, 'type', 'isA', '@type') ?? 'EPCISDocument')) {
          const hasEvents = record['eventTime'] !== undefined;
          scope.findings.add(
            hasEvents ? 'MISSING_FIELD' : 'EMPTY_MESSAGE',
            'ERROR',
            `${where.at} ${hasEvents ? 'type' : 'eventList'}`,
            null,
            where.span,
          );
          return NOTHING;
        }
        return read(readJsonEvent(record, expand), where);
      };
    }),
};
