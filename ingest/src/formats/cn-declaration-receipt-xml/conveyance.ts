import { transport } from 'graph-schema/domain/claim';
import type { TransportMode, TransportRef } from 'graph-schema/domain/tracking-event';
import { parseAwb } from 'graph-schema/codes/awb';
import { parseImo } from 'graph-schema/codes/imo';
import { compactNumber, normaliseText } from 'graph-schema/codes/parsed';
import { isChinesePlate } from 'graph-schema/codes/truck-plate';
import { loadCodeList } from 'graph-schema/reference/code-list';
import type { CustomsScope } from '../../claims/cn-customs/customs-scope.ts';
import { findWritten, meaningOf } from '../../claims/cn-ports/meaning.ts';
import type { ReceiptRecord } from './receipt-record.ts';

const MODES = loadCodeList('cn-declaration-receipt-xml/modes');

/** 运输方式 of the declaration; where it is left out, a plate and an air waybill are known by their shape. Null: not said. */
export function modeOf(record: ReceiptRecord, scope: CustomsScope): TransportMode | null {
  const written = record.fields.get('mode');
  if (written !== undefined) {
    if (findWritten(MODES, written)?.canonical === null) return null;
    const where = { at: `${record.at}/TRAF_MODE`, span: record.span };
    return meaningOf(MODES, written, where, scope) as TransportMode | null;
  }
  if (isChinesePlate(compactNumber(record.fields.get('meansName') ?? ''))) return 'TRUCK';
  const bill = record.fields.get('bill') ?? '';
  return bill !== '' && parseAwb(bill.split(/[_/]/)[0] ?? '').ok ? 'AIR' : null;
}

/** `UN9074729/037W`, `SAMPLE STAR/037W`, `CA981`; a transit number after `@` is a document, not a conveyance. */
export function conveyanceOf(record: ReceiptRecord, mode: TransportMode | null): TransportRef | null {
  const name = record.fields.get('meansName') ?? null;
  const written = (record.fields.get('voyage') ?? '').replace(/^@.*/, '');
  if (mode === 'TRUCK') {
    return name && !name.startsWith('@') ? transport({ mode, plate: compactNumber(name) || null }) : null;
  }
  if (mode === 'AIR') {
    const flight = compactNumber(written.split('/')[0] ?? '');
    return flight ? transport({ mode, flight }) : null;
  }
  if (mode === 'RAIL' || (!written && !name)) return null;
  const [before = '', after] = written.split('/');
  const ship = after === undefined ? (name ?? '') : before;
  const imo = parseImo(ship);
  const vesselName = imo.ok ? null : normaliseText(ship.replace(/^@.*/, '')) || null;
  const voyage = normaliseText(after ?? before) || null;
  if (!imo.ok && !vesselName && !voyage) return null;
  return transport({ mode: 'VESSEL', vesselImo: imo.ok ? imo.value : null, vesselName, voyage });
}
