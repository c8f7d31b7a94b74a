import { documentRef } from 'graph-schema/domain/claim';
import type { DocumentRef } from 'graph-schema/domain/tracking-event';
import { compactNumber } from 'graph-schema/codes/parsed';
import { parseOceanBill } from 'graph-schema/codes/ocean-bill';
import { warn, type RowScope } from '../../claims/tables/row-scope.ts';

/** The key is unique per trip, the number only within its station and date. */
export function noteOf(at: RowScope): string | null {
  return compactNumber(at.cell('noteId') ?? '') || compactNumber(at.cell('note') ?? '') || null;
}

export function documentsOf(at: RowScope): DocumentRef[] {
  const notes = [
    ['noteId', 'ydid'],
    ['note', '运单号'],
  ] as const;
  const documents = new Map<string, DocumentRef>();
  for (const [field, declaredAs] of notes) {
    const number = compactNumber(at.cell(field) ?? '');
    if (number && !documents.has(number))
      documents.set(number, documentRef('RAIL_NOTE', number, { declaredAs }));
  }
  // Tickets are numbered per station: free numbers, which tie nothing by themselves.
  const free = [
    ['ticket', '货票号'],
    ['demand', '需求号'],
  ] as const;
  const references = free.flatMap(([field, declaredAs]) => {
    const number = compactNumber(at.cell(field) ?? '');
    return number ? [documentRef('REFERENCE', number, { declaredAs })] : [];
  });
  const written = at.cell('bill');
  const bill = written ? parseOceanBill(written, at.source.scac) : null;
  if (written && bill && !bill.ok) warn(at, bill.problem, 'bill', written);
  const booking = compactNumber(at.cell('booking') ?? '');
  return [
    ...documents.values(),
    ...references,
    ...(bill?.value ? [documentRef('MASTER_BILL', bill.value, { declaredAs: '提单号' })] : []),
    ...(booking ? [documentRef('BOOKING', booking, { declaredAs: '订舱号' })] : []),
  ];
}
