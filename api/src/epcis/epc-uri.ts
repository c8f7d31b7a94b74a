import { parseContainerNumber } from 'graph-schema/codes/iso6346';
import { parseSscc } from 'graph-schema/codes/sscc';
import type { CargoDocumentScheme, IdentifierKey } from 'graph-schema/domain/identifier';
import { oceanBillVariants } from 'graph-schema/codes/ocean-bill';
import { compactBounded } from 'graph-schema/codes/outcome';
import type { EquipmentRef } from 'graph-schema/domain/tracking-event';
import { isUri, OURS } from './vocabulary.ts';

/** The URI of a thing: GS1's where there is one, its own where it came with one, else ours. */
export function epcOf({ kind, reference }: Pick<EquipmentRef, 'kind' | 'reference'>): string {
  if (kind === 'CONTAINER' && parseContainerNumber(reference).ok) return `urn:epc:id:bic:${reference}`;
  if (kind === 'SSCC' && parseSscc(reference).ok) return `https://id.gs1.org/00/${reference}`;
  if (kind === 'ITEM' && isUri(reference)) return reference;
  return `${OURS}${kind.toLowerCase()}:${encodeURIComponent(reference)}`;
}

/** The key that leads the graph to shipments of a thing; null: none does. */
export function keyOfEpc(epc: string): IdentifierKey | null {
  const [, box] = /^urn:epc:id:bic:([A-Z0-9]{1,20})$/i.exec(epc) ?? [];
  if (box) return `CONTAINER:${box.toUpperCase()}`;
  const [, kind, reference] = new RegExp(`^${OURS}([a-z]+):(.+)$`).exec(epc) ?? [];
  if (kind === 'container' && reference) return `CONTAINER:${decoded(reference)}`;
  return null;
}

/** The URI of a paper: the number as its issuer's GLN names it (CBV 2.0, 8.5.2), else ours. */
export function paperUri(scheme: CargoDocumentScheme, number: string, issuer: string | null): string {
  if (scheme === 'REFERENCE' && issuer !== null && /^\d{13}$/.test(issuer))
    return `urn:epcglobal:cbv:bt:${issuer}:${encodeURIComponent(number)}`;
  return `${OURS}paper:${scheme}:${encodeURIComponent(number)}`;
}

/** The number that the URI of a paper ends with, as people write it. */
export function numberIn(uri: string): string {
  return compactBounded(decoded(uri.split(/[:/#]/).at(-1) ?? uri));
}

/** Keys of what a bill of lading may be under which the graph knows it. */
export function keysOfBill(uri: string): IdentifierKey[] {
  const number = numberIn(uri);
  return [...oceanBillVariants(number).map((bill): IdentifierKey => `MASTER_BILL:${bill}`), `HOUSE_BILL:${number}`];
} // prettier-ignore

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
