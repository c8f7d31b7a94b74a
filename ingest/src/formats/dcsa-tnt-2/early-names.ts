import type { Where } from '../../claims/claim-context.ts';
import type { Findings } from '../../syntax/findings.ts';
import { textOf, type JsonObject } from '../../syntax/json-fields.ts';

/** Where 2.x has the code that early drafts of it, and the example in its own definition, call `eventSubtype`. */
const CODE_NAMES: ReadonlyMap<string, string> = new Map([
  ['SHIPMENT', 'shipmentEventTypeCode'],
  ['EQUIPMENT', 'equipmentEventTypeCode'],
  ['TRANSPORT', 'transportEventTypeCode'],
]);

/**
 * An event with `eventSubtype` in the names of 2.3. The status of a document happens when it is told: the standard has
 * its time equal to that of its creation, and from 2.3 on its classifier ACT and nothing else. So where they are left out,
 * creation stands for the time and ACT for the classifier, each with a warning.
 */
export function inLaterNames(event: JsonObject, findings: Findings, where: Where): JsonObject {
  const subtype = textOf(event, 'eventSubtype', 'eventSubType');
  const type = textOf(event, 'eventType')?.toUpperCase() ?? '';
  const name = CODE_NAMES.get(type);
  if (subtype === null || name === undefined || event[name] !== undefined) return event;
  const named = { ...event, [name]: subtype };
  if (type !== 'SHIPMENT') return named;
  const said = (field: string, instead: string | null): unknown => {
    if (textOf(event, field) !== null || instead === null) return event[field];
    findings.add('MISSING_FIELD', 'WARNING', `${where.at}.${field}`, null, where.span);
    return instead;
  };
  const eventDateTime = said('eventDateTime', textOf(event, 'eventCreatedDateTime'));
  return { ...named, eventDateTime, eventClassifierCode: said('eventClassifierCode', 'ACT') };
}
