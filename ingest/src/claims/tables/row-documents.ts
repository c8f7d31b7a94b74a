import { documentRef } from 'graph-schema/domain/claim';
import type { CargoDocumentScheme } from 'graph-schema/domain/identifier';
import type { DocumentRef } from 'graph-schema/domain/tracking-event';
import { parseAwb } from 'graph-schema/codes/awb';
import { parseDeclarationNumber } from 'graph-schema/codes/china-declaration';
import { parseMrn } from 'graph-schema/codes/mrn';
import { parseOceanBill } from 'graph-schema/codes/ocean-bill';
import { compactNumber, type Parsed } from 'graph-schema/codes/parsed';
import { scacOfBill } from '../ports/bill-carrier.ts';
import { numbersIn } from './numbers-in-cell.ts';
import { carriersOf } from './row-carrier.ts';
import { warn, type RowScope } from './row-scope.ts';

type Reader = (written: string, at: RowScope) => Parsed<string>;

/** A bill without SCAC is one of the carrier that its row names, before that of the sender. */
const bill: Reader = (written, at) => {
  const carriers = carriersOf(at);
  return parseOceanBill(written, scacOfBill(written, carriers ? { source: at.source, carriers } : at));
};

const free: Reader = (written) => ({ ok: true, value: compactNumber(written) });

/** Fields that name papers, in the order in which a claim lists them. */
const PAPERS: readonly (readonly [field: string, scheme: CargoDocumentScheme, read: Reader])[] = [
  ['note', 'RAIL_NOTE', free],
  ['bill', 'MASTER_BILL', bill],
  ['houseBill', 'HOUSE_BILL', free],
  ['booking', 'BOOKING', free],
  ['awb', 'AWB', parseAwb],
  ['houseAwb', 'HAWB', free],
  ['roadNote', 'ROAD_NOTE', free],
  ['declaration', 'DECLARATION', parseDeclarationNumber],
  ['transit', 'TRANSIT', free],
  ['mrn', 'MRN', parseMrn],
  ['deliveryOrder', 'DELIVERY_ORDER', free],
  ['certificate', 'CERTIFICATE', free],
  ['reference', 'REFERENCE', free],
];

/** Numbers that people write in groups of digits. */
const GROUPED: ReadonlySet<string> = new Set(['declaration', 'transit', 'mrn', 'certificate']);

/** The papers that a row names: they belong to what the row is about. */
export function documentsOf(at: RowScope): DocumentRef[] {
  return PAPERS.flatMap(([field, scheme, read]) =>
    numbersIn(at.cell(field) ?? '', GROUPED.has(field)).flatMap((written): DocumentRef[] => {
      const parsed = read(written, at);
      if (!parsed.ok) warn(at, parsed.problem, field, written);
      return parsed.value ? [documentRef(scheme, parsed.value, { declaredAs: at.label(field) })] : [];
    }),
  );
}
