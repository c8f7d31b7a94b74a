import { asObject, textOf, type JsonObject } from '../../syntax/json-fields.ts';

/**
 * Event queries of the REST interface (GS1 EPCIS 2.0, 8.2.7.1), which are parameters and nothing else:
 *
 *     query = { "@context": "…/query-schema.json", "eventType": […], "GE_eventTime", "EQ_bizStep": […], "MATCH_epc": […] … }
 *     named = { "name", "query": query }
 */
export const QUERY_HEAD =
  /\/query-schema\.json"|"(?:(?:EQ|GT|GE|LT|LE|WD)_(?:eventTime|recordTime|action|bizStep|disposition|quantity|readPoint|bizLocation|transformationID|eventID|(?:bizTransaction|source|destination)_\w{1,99})|MATCH_(?:epc|parentID|inputEPC|outputEPC|anyEPC)(?:Class)?|eventCountLimit|maxEventCount)"\s*:/;

const PARAMETER =
  /^(?:(?:EQ|GT|GE|LT|LE|WD|MATCH|EXISTS|EQATTR|HASATTR)_|eventCountLimit$|maxEventCount$|orderBy$)/;

export function isQuery(record: JsonObject): boolean {
  if (textOf(record, 'type', 'isA', '@type', 'eventTime') !== null) return false;
  const query = asObject(record['query']) ?? record;
  const contexts = [record['@context'], query['@context']].flat();
  return (
    contexts.some((context) => typeof context === 'string' && context.endsWith('/query-schema.json')) ||
    Object.keys(query).some((name) => PARAMETER.test(name))
  );
}
