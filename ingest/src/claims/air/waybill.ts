import { parseAwb } from 'graph-schema/codes/awb';
import { parseUld } from 'graph-schema/codes/uld';
import { documentRef } from 'graph-schema/domain/claim';
import type { DocumentRef, EquipmentRef } from 'graph-schema/domain/tracking-event';
import type { CargoImpLine } from '../../syntax/cargo-imp.ts';
import type { TelexScope } from './telex-scope.ts';

/** `999-12345675PEKJFK/T10K250.0[/goods…]` */
const CONSIGNMENT = /^(\d{3}-?\d{8})([A-Z]{3})?([A-Z]{3})?(?:\/(.*))?$/;

export interface ConsignmentLine {
  /** As written, `999-12345675`. */
  readonly awb: string;
  readonly origin: string | null;
  readonly destination: string | null;
  /** What stands behind the first slant: quantity, in manifests also the goods. */
  readonly rest: string | null;
}

/** A line that begins with an air waybill; null for any other. */
export function readConsignmentLine(text: string): ConsignmentLine | null {
  const [, awb, origin, destination, rest] = CONSIGNMENT.exec(text) ?? [];
  if (!awb) return null;
  return { awb, origin: origin ?? null, destination: destination ?? null, rest: rest || null };
}

/** The waybill as the key of its shipment; one whose check digit fails is kept as written. */
export function waybillRef(written: string, line: CargoImpLine, scope: TelexScope): DocumentRef {
  const awb = parseAwb(written);
  if (!awb.ok) scope.raise(awb.problem, 'WARNING', line, written);
  return documentRef('AWB', awb.value, { issuer: awb.value.slice(0, 3), declaredAs: 'AWB' });
}

/** `PMC12345CA`, with or without a loading remark behind a dash; null for what is no unit load device. */
export function uldRef(written: string): EquipmentRef | null {
  const uld = parseUld(written.split('-')[0] ?? '');
  return uld.ok ? { kind: 'ULD', reference: uld.value, sizeType: null, seals: [] } : null;
}
