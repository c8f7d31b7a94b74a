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
 * An event with `eventSubtype` in the names of 2.3. A status of a document is never planned nor estimated (2.x allows
 * ACT only), so the classifier may be left out there; and it is entered when it is given, so the time of entry stands
 * for a time that is left out.
 */
export function inLaterNames(event: JsonObject, findings: Findings, where: Where): JsonObject {
  const subtype = textOf(event, 'eventSubtype', 'eventSubType');
  const type = textOf(event, 'eventType')?.toUpperCase() ?? '';
  const name = CODE_NAMES.get(type);
  if (subtype === null || name === undefined || event[name] !== undefined) return event;
  const named = { ...event, [name]: subtype };
  if (type !== 'SHIPMENT') return named;
  const created = textOf(event, 'eventCreatedDateTime');
  const isUntimed = textOf(event, 'eventDateTime') === null && created !== null;
  if (isUntimed) findings.add('MISSING_FIELD', 'WARNING', `${where.at}.eventDateTime`, null, where.span);
  return {
    ...named,
    eventClassifierCode: textOf(event, 'eventClassifierCode') ?? 'ACT',
    eventDateTime: isUntimed ? created : event['eventDateTime'],
  };
}
