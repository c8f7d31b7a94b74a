import type { EquipmentRef } from 'graph-schema/domain/tracking-event';
import { readConsignmentLine, uldRef } from '../../claims/air/waybill.ts';
import type { CargoImpLine } from '../../syntax/cargo-imp.ts';

/**
 * Body of FSU and FSA, versions 12 to 15 and later:
 *
 *     message     = 1*consignment
 *     consignment = airline prefix "-" serial [origin [destination]] "/" quantity   999-12345675PEKJFK/T10K250.0
 *                   1*(status / information)
 *     status      = code *("/" field)                                                RCF/CA981/21NOV1502/JFK/P5K125.0T10
 *     information = ("OSI" / "OCI" / "ULD" / …) *("/" field), of the status before it
 *     either may go on in lines that begin with "/"
 */
export interface StatusLine {
  readonly code: string;
  readonly fields: string[];
  readonly line: CargoImpLine;
  /** Free text of the OSI lines behind it. */
  readonly remarks: string[];
  /** Unit load devices of the ULD lines behind it. */
  readonly ulds: EquipmentRef[];
}

export interface ConsignmentLines {
  readonly line: CargoImpLine;
  /** As written, `999-12345675`. */
  readonly awb: string;
  readonly origin: string | null;
  readonly destination: string | null;
  /** `T10K250.0` */
  readonly quantity: string | null;
  readonly statuses: StatusLine[];
}

export interface FsuBody {
  readonly consignments: readonly ConsignmentLines[];
  /** Lines that fit nowhere, and statuses before or behind an air waybill that cannot be read. */
  readonly unreadable: readonly CargoImpLine[];
}

const STATUS = /^([A-Z]{3})(?:\/(.*))?$/;
const INFORMATION = new Set(['OSI', 'OCI', 'ULD', 'SPH', 'SRI', 'COR', 'REF', 'SSR']);

export function readConsignments(lines: readonly CargoImpLine[]): FsuBody {
  const consignments: ConsignmentLines[] = [];
  const unreadable: CargoImpLine[] = [];
  let current: ConsignmentLines | null = null;
  let open: 'STATUS' | 'OSI' | 'ULD' | 'OTHER' = 'OTHER';

  for (const line of lines) {
    const status = current?.statuses.at(-1);
    if (line.text.startsWith('/')) {
      const fields = line.text.slice(1).split('/');
      // A status in two lines keeps the span of its first: that is the one that speaks of it.
      if (open === 'STATUS' && status) for (const field of fields) status.fields.push(field);
      else if (open !== 'OTHER' && status) inform(status, open, fields);
      continue;
    }
    const consignment = readConsignmentLine(line.text);
    if (consignment) {
      const { awb, origin, destination, rest } = consignment;
      current = { line, awb, origin, destination, quantity: rest, statuses: [] };
      consignments.push(current);
      open = 'OTHER';
      continue;
    }
    const [, code, rest] = STATUS.exec(line.text) ?? [];
    if (!code) {
      unreadable.push(line);
      // Digits in front: an air waybill that cannot be read must not lend its statuses to the one before.
      if (/^\d/.test(line.text)) current = null;
      open = 'OTHER';
      continue;
    }
    const fields = rest === undefined ? [] : rest.split('/');
    if (INFORMATION.has(code)) {
      open = code === 'OSI' || code === 'ULD' ? code : 'OTHER';
      if (status && open !== 'OTHER') inform(status, open, fields);
    } else if (current) {
      current.statuses.push({ code, fields, line, remarks: [], ulds: [] });
      open = 'STATUS';
    } else {
      unreadable.push(line);
      open = 'OTHER';
    }
  }
  return { consignments, unreadable };
}

function inform(status: StatusLine, kind: 'STATUS' | 'OSI' | 'ULD', fields: readonly string[]): void {
  if (kind === 'OSI') status.remarks.push(fields.join('/').trim());
  if (kind !== 'ULD') return;
  for (const field of fields) {
    const uld = uldRef(field);
    if (uld) status.ulds.push(uld);
  }
}
