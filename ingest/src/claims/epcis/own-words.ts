import { EVENT_CODES, type EventCode } from 'graph-schema/domain/event-code';
import { CARGO_DOCUMENT_SCHEMES, type CargoDocumentScheme } from 'graph-schema/domain/identifier';
import type { EquipmentRef } from 'graph-schema/domain/tracking-event';

// What a service like this one tells in EPCIS where the standard has no word:
//
//     urn:throughline:step:GATED_IN   urn:throughline:paper:AWB:172-26114686   urn:throughline:wagon:8180%20123

const OWN = /^urn:throughline:([a-z]{1,20}):(.{1,200})$/;
const KINDS = ['CONTAINER', 'WAGON', 'ULD', 'TRAILER', 'TRUCK', 'SSCC', 'ITEM'] as const;

export function ownStep(step: string): EventCode | null {
  const [, word, code] = OWN.exec(step) ?? [];
  return word === 'step' ? (EVENT_CODES.find((one) => one === code) ?? null) : null;
}

export function ownPaper(uri: string): { readonly scheme: CargoDocumentScheme; readonly number: string } | null {
  const [, word, said = ''] = OWN.exec(uri) ?? [];
  const colon = said.indexOf(':');
  const scheme = CARGO_DOCUMENT_SCHEMES.find((one) => one === said.slice(0, colon));
  const number = decoded(said.slice(colon + 1));
  return word === 'paper' && scheme && number !== '' ? { scheme, number } : null;
} // prettier-ignore

export function ownThing(epc: string): Pick<EquipmentRef, 'kind' | 'reference'> | null {
  const [, word = '', said = ''] = OWN.exec(epc) ?? [];
  const kind = KINDS.find((one) => one.toLowerCase() === word);
  return kind ? { kind, reference: decoded(said) } : null;
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
