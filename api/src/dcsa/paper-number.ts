import type { CargoDocumentScheme } from 'graph-schema/domain/identifier';
import { splitKey } from 'graph-schema/domain/identifier';
import type { FactClaim } from 'graph-schema/domain/journey/facts';
import type { ShipmentTelling } from '../events/shipment-telling.ts';

/** Kinds of number that a type of paper is. */
export type PaperSchemes = Readonly<Partial<Record<string, readonly CargoDocumentScheme[]>>>;

/** Where nobody named a number of such a paper: the bill or booking that it belongs to. */
const INSTEAD: readonly CargoDocumentScheme[] = ['MASTER_BILL', 'HOUSE_BILL', 'BOOKING'];

/** The number of the paper that a claim is about, of a type of the standard; null: nobody named any. */
export function paperNumber(
  type: string,
  schemes: PaperSchemes,
  { event }: FactClaim,
  { facts }: ShipmentTelling,
): string | null {
  const declared = event.documents.find(
    ({ scheme, declaredAs }) => scheme === 'REFERENCE' && declaredAs === type,
  );
  if (declared) return declared.number;
  const papers = [
    ...event.documents.map(({ scheme, number }) => ({ scheme, value: number })),
    ...[facts.anchor, ...facts.documents].map(splitKey),
  ];
  const own = schemes[type] ?? [];
  const isBillOrBooking = own.some((scheme) => INSTEAD.includes(scheme));
  for (const scheme of isBillOrBooking ? own : [...own, ...INSTEAD]) {
    const paper = papers.find((one) => one.scheme === scheme);
    if (paper) return paper.value;
  }
  return null;
}
