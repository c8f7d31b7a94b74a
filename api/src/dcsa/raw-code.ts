import type { FactClaim } from 'graph-schema/domain/journey/facts';
import { loadCodeList } from 'graph-schema/reference/code-list';
import type { ToldAs } from 'graph-schema/reference/dcsa-told-as';
import { DOCUMENT_TYPES, EQUIPMENT_CODES, SHIPMENT_CODES, TRANSPORT_CODES, wordOf } from './vocabulary.ts';

interface Words {
  readonly equipment: readonly string[];
  readonly transport: readonly string[];
  readonly documents: readonly string[];
  readonly statuses: readonly string[];
}

/**
 * What came in this very standard is told as its sender told it: `BKG+PENA`, for which there is no word of ours, and
 * `RSEA`, which is more than a seal. Null: it did not, or the code reads differently now. `format`: which reads it, with the lists
 * of its name; `words`: those that are told.
 */
export function rawTeller(format: string, words: Words): (claim: FactClaim) => ToldAs | null {
  const lists = {
    equipment: loadCodeList(`${format}/equipment-event-types`),
    transport: loadCodeList(`${format}/transport-event-types`),
    shipment: loadCodeList(`${format}/shipment-events`),
  };
  return ({ event, voices }) => {
    const { rawCode, code } = event;
    if (rawCode === null || !voices.some((voice) => voice.format === format)) return null;
    const reads = (list: (typeof lists)['shipment'], unmapped: string) =>
      (list.find(rawCode)?.canonical ?? unmapped) === code;
    const [document = '', status = ''] = rawCode.split('+');
    if (wordOf(words.documents, document) && wordOf(words.statuses, status))
      return reads(lists.shipment, 'UNMAPPED_DOCUMENT') ? { type: 'SHIPMENT', document, code: status } : null;
    if (wordOf(words.equipment, rawCode) && event.equipment)
      return reads(lists.equipment, 'UNMAPPED') ? { type: 'EQUIPMENT', code: rawCode } : null;
    if (wordOf(words.transport, rawCode))
      return reads(lists.transport, 'UNMAPPED') ? { type: 'TRANSPORT', code: rawCode } : null;
    return null;
  };
}

export const rawAsTold = rawTeller('dcsa-tnt-2', {
  equipment: EQUIPMENT_CODES,
  transport: TRANSPORT_CODES,
  documents: DOCUMENT_TYPES,
  statuses: SHIPMENT_CODES,
});
