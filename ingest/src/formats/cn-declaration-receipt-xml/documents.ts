import { documentRef } from 'graph-schema/domain/claim';
import type { DocumentRef, TransportMode } from 'graph-schema/domain/tracking-event';
import { parseDeclarationNumber } from 'graph-schema/codes/china-declaration';
import { parseTransitNumber } from 'graph-schema/codes/china-transit';
import { compactNumber } from 'graph-schema/codes/parsed';
import { billDocuments } from '../../claims/cn-customs/bills.ts';
import { doubt, type CustomsScope } from '../../claims/cn-customs/customs-scope.ts';
import type { ReceiptRecord } from './receipt-record.ts';

/** Declaration (or transit), the numbers it had before, and the bills that it clears. */
export function documentsOf(
  record: ReceiptRecord,
  mode: TransportMode | null,
  isTransit: boolean,
  scope: CustomsScope,
): DocumentRef[] {
  const documents = [
    ...gatePassOf(record),
    ...declarationOf(record, scope),
    ...transitOf(record, isTransit, scope),
  ];
  for (const [field, declaredAs] of [
    ['preEntryId', '预录入编号'],
    ['unifiedNo', '统一编号'],
  ] as const) {
    const number = compactNumber(record.fields.get(field) ?? '');
    // Clients that have no number yet send zeroes.
    if (/[1-9A-Z]/.test(number) && !documents.some((known) => known.number === number)) {
      documents.push(documentRef('REFERENCE', number, { declaredAs }));
    }
  }
  return [...documents, ...billsOf(record, mode, scope)];
}

function gatePassOf(record: ReceiptRecord): DocumentRef[] {
  const number = compactNumber(record.fields.get('gatePassId') ?? '');
  return number === '' ? [] : [documentRef('GATE_PASS', number, { declaredAs: '核放单号' })];
}

function declarationOf(record: ReceiptRecord, scope: CustomsScope): DocumentRef[] {
  const written = record.fields.get('entryId');
  if (!written) return [];
  // Tax items of a declaration have its eighteen digits and a counter behind them.
  const number = parseDeclarationNumber(/^\d{19,21}$/.test(written) ? written.slice(0, 18) : written);
  doubt(scope, number, 'ENTRY_ID', written);
  if (!number.value) return [];
  const issuer = number.ok ? number.value.slice(0, 4) : null;
  return [documentRef('DECLARATION', number.value, { issuer, declaredAs: '报关单号' })];
}

function transitOf(record: ReceiptRecord, isTransit: boolean, scope: CustomsScope): DocumentRef[] {
  // On transits the conveyance field holds the transit number behind an `@`.
  const behindAt = [record.fields.get('voyage'), record.fields.get('meansName')].find((text) =>
    text?.startsWith('@'),
  );
  const written = record.fields.get('transitId') ?? behindAt;
  if (!written) return [];
  const number = parseTransitNumber(written);
  doubt(scope, number, 'TRANSIT_ID', written);
  return number.ok || (isTransit && number.value)
    ? [documentRef('TRANSIT', number.value, { declaredAs: '转关单号' })]
    : [];
}

/** 提运单号 by mode: `BL*HBL` at sea, `MAWB_HAWB` in the air, the note on rail, the road bill. */
function billsOf(record: ReceiptRecord, mode: TransportMode | null, scope: CustomsScope): DocumentRef[] {
  const written = record.fields.get('bill');
  if (!written || /^[-/N]+A?$/i.test(written)) return [];
  const [master = '', house = null] = mode === 'AIR' ? written.split(/[_/]/) : written.split('*');
  return billDocuments(
    master.trim(),
    house?.trim() ?? null,
    mode ?? 'VESSEL',
    scope,
    '提运单号',
    '分提运单号',
  );
}
