import type { FactClaim } from 'graph-schema/domain/journey/facts';
import { loadCodeList } from 'graph-schema/reference/code-list';
import type { ToldAs } from 'graph-schema/reference/dcsa-told-as';
import { DOCUMENT_TYPES, EQUIPMENT_CODES, SHIPMENT_CODES, TRANSPORT_CODES, wordOf } from './vocabulary.ts';

const FORMAT = 'dcsa-tnt-2';
const LISTS = {
  equipment: loadCodeList(`${FORMAT}/equipment-event-types`),
  transport: loadCodeList(`${FORMAT}/transport-event-types`),
  shipment: loadCodeList(`${FORMAT}/shipment-events`),
};

/**
 * What came in this very standard is told as its sender told it: `BKG+PENA`, for which there is no word of ours, and
 * `RSEA`, which is more than a seal. Null: it did not, or the code reads differently now.
 */
export function rawAsTold({ event, voices }: FactClaim): ToldAs | null {
  const { rawCode, code } = event;
  if (rawCode === null || !voices.some(({ format }) => format === FORMAT)) return null;
  const reads = (list: (typeof LISTS)['shipment'], unmapped: string) =>
    (list.find(rawCode)?.canonical ?? unmapped) === code;
  const [document = '', status = ''] = rawCode.split('+');
  if (wordOf(DOCUMENT_TYPES, document) && wordOf(SHIPMENT_CODES, status))
    return reads(LISTS.shipment, 'UNMAPPED_DOCUMENT') ? { type: 'SHIPMENT', document, code: status } : null;
  if (wordOf(EQUIPMENT_CODES, rawCode) && event.equipment)
    return reads(LISTS.equipment, 'UNMAPPED') ? { type: 'EQUIPMENT', code: rawCode } : null;
  if (wordOf(TRANSPORT_CODES, rawCode))
    return reads(LISTS.transport, 'UNMAPPED') ? { type: 'TRANSPORT', code: rawCode } : null;
  return null;
}
