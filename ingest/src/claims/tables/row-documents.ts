import { documentRef } from 'graph-schema/domain/claim';
import type { CargoDocumentScheme } from 'graph-schema/domain/identifier';
import type { DocumentRef } from 'graph-schema/domain/tracking-event';
import { parseAwb } from 'graph-schema/codes/awb';
import { parseDeclarationNumber } from 'graph-schema/codes/china-declaration';
import { parseMrn } from 'graph-schema/codes/mrn';
import { parseOceanBill } from 'graph-schema/codes/ocean-bill';
import { compactNumber, type Parsed } from 'graph-schema/codes/parsed';
import { warn, type RowScope } from './row-scope.ts';

type Reader = (written: string, at: RowScope) => Parsed<string>;

const free: Reader = (written) => ({ ok: true, value: compactNumber(written) });

/** Fields that name papers, in the order in which a claim lists them. */
const PAPERS: readonly (readonly [field: string, scheme: CargoDocumentScheme, read: Reader])[] = [
  ['note', 'RAIL_NOTE', free],
  ['bill', 'MASTER_BILL', (written, at) => parseOceanBill(written, at.source.scac)],
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

/** Several numbers of one kind stand in one cell, apart by commas, semicolons or lines. */
const APART = /[,，;；、\n]+/;

/** The papers that a row names: they belong to what the row is about. */
export function documentsOf(at: RowScope): DocumentRef[] {
  return PAPERS.flatMap(([field, scheme, read]) =>
    (at.cell(field) ?? '').split(APART).flatMap((written): DocumentRef[] => {
      if (written.trim() === '') return [];
      const parsed = read(written, at);
      if (!parsed.ok) warn(at, parsed.problem, field, written);
      return parsed.value ? [documentRef(scheme, parsed.value, { declaredAs: at.label(field) })] : [];
    }),
  );
}
