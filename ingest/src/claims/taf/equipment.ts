import { container, goods } from 'graph-schema/domain/claim';
import type { EquipmentRef, GoodsRef, Span } from 'graph-schema/domain/tracking-event';
import { parseContainerNumber } from 'graph-schema/codes/iso6346';
import { parseWagon } from 'graph-schema/codes/wagon';
import { findText, listChildren, listDescendants } from '../../syntax/xml-path.ts';
import type { XmlElement } from '../../syntax/xml.ts';
import type { ClaimContext } from '../claim-context.ts';

/** A wagon by its number, kept as written when the check digit fails; null and a finding where it is missing. */
export function wagonOf(
  written: string | null,
  at: string,
  span: Span,
  { findings }: ClaimContext,
): string | null {
  if (!written) {
    findings.add('MISSING_FIELD', 'ERROR', `${at}/WagonNumberFreight`, null, span);
    return null;
  }
  const wagon = parseWagon(written);
  if (!wagon.ok) findings.add(wagon.problem, 'WARNING', `${at}/WagonNumberFreight`, written, span);
  return wagon.value || null;
}

export function wagonRef(reference: string): EquipmentRef {
  return { kind: 'WAGON', reference, sizeType: null, seals: [] };
}

/** A box, swap body or trailer on a wagon; kept as written when it is no ISO 6346 number. */
export function boxOf(
  written: string,
  at: string,
  span: Span,
  { findings }: ClaimContext,
  seals: readonly string[] = [],
): EquipmentRef {
  const number = parseContainerNumber(written);
  if (!number.ok) findings.add(number.problem, 'WARNING', at, written, span);
  return container(number.value || written, { seals });
}

/** Numbers of goods: harmonised code (NHM begins with it), kilograms, UN number; as each schema version nests them. */
export function goodsOf(element: XmlElement): GoodsRef {
  const un = listDescendants(element, 'UN_Number')[0]?.text ?? '';
  const packing = listChildren(element, 'Packing')[0] ?? null;
  return goods({
    description: findText(element, 'GoodsDescription') ?? findText(element, 'RID', 'ProperShippingName'),
    hsCode: digits(findText(element, 'HS_Code') ?? findText(element, 'NHM_Code')),
    pieces: whole(findText(packing, 'NumberOfPackages')),
    packageType: findText(packing, 'NatureOfPacking'),
    grossKg: whole(findText(element, 'GrossWeight')),
    unNumber: /^\d{4}$/.test(un) ? un : null,
  });
}

function digits(text: string | null): string | null {
  return text?.replaceAll(/\D/g, '') || null;
}

/** Weights are whole kilograms and counts are whole numbers; anything else is none. */
function whole(text: string | null): number | null {
  return text !== null && /^\d{1,12}$/.test(text) ? Number(text) : null;
}
