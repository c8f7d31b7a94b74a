import type { EquipmentRef } from 'graph-schema/domain/tracking-event';
import { readConsignmentLine, uldRef, type ConsignmentLine } from '../../claims/air/waybill.ts';
import type { CargoImpLine } from '../../syntax/cargo-imp.ts';

/**
 * Body of FFM, versions 4 to 8:
 *
 *     1/CA981/21NOV1305/PEK/B1234                     part of the manifest, flight, day and time, airport, aircraft
 *     JFK//22NOV1420          JFK/NIL                 point of unloading with the arrival; NIL: nothing for it
 *     999-12345675PEKJFK/T10K250.0/MACHINE PARTS      loose, or in the unit load device before it
 *     ULD/PMC12345CA                                  a unit load device; what follows is in it
 *     /ELI/SPX  OSI/… OCI/… COR/… DIM/… SCI/…         of the waybill before them
 *     CONT | LAST                                     another part follows, or none
 */
export interface FlightLine {
  readonly line: CargoImpLine;
  /** Number of the part, from 1. */
  readonly part: string;
  readonly flight: string;
  /** `21NOV1305` */
  readonly moment: string;
  readonly loading: string;
  /** Of the aircraft, as written. */
  readonly registration: string | null;
}

export interface ManifestPoint {
  readonly kind: 'POINT';
  readonly line: CargoImpLine;
  readonly airport: string;
  readonly isNil: boolean;
  /** Arrival there, `22NOV1420`, or null. */
  readonly moment: string | null;
}

export interface ManifestedWaybill {
  readonly kind: 'WAYBILL';
  readonly line: CargoImpLine;
  readonly consignment: ConsignmentLine;
  readonly uld: EquipmentRef | null;
  readonly unloading: string | null;
}

export interface ManifestedUld {
  readonly kind: 'ULD';
  readonly line: CargoImpLine;
  readonly uld: EquipmentRef;
  readonly unloading: string | null;
  /** Waybills that follow it. */
  waybills: number;
}

export type ManifestEntry = ManifestPoint | ManifestedWaybill | ManifestedUld;

export interface Manifest {
  readonly flight: FlightLine | null;
  readonly entries: readonly ManifestEntry[];
  readonly unreadable: readonly CargoImpLine[];
  readonly isComplete: boolean;
}

const FLIGHT =
  /^(\d{1,3})\/([A-Z0-9]{3,8})\/(\d{2}[A-Z]{3}(?:\d{4})?)\/([A-Z]{3})(?:\/([A-Z0-9-]{2,10}))?(?:\/.*)?$/;
const POINT = /^([A-Z]{3})(?:\/(NIL)?)?(?:\/?(\d{2}[A-Z]{3}(?:\d{4})?))?(?:\/.*)?$/;
const INFORMATION = /^(?:OSI|OCI|COR|DIM|SCI|VOL|SPH|SRI|REF|DGR|AVI)(?:\/|$)/;
const TRAILER = /^(?:LAST|CONT)$/;

function readFlightLine(line: CargoImpLine): FlightLine | null {
  const [, part, flight, moment, loading, registration = null] = FLIGHT.exec(line.text) ?? [];
  return part && flight && moment && loading ? { line, part, flight, moment, loading, registration } : null;
}

export function readManifest(lines: readonly CargoImpLine[]): Manifest {
  const entries: ManifestEntry[] = [];
  const unreadable: CargoImpLine[] = [];
  let flight: FlightLine | null = null;
  let uld: ManifestedUld | null = null;
  let unloading: string | null = null;
  let isComplete = false;
  for (const line of lines) {
    const { text } = line;
    if (!flight) {
      flight = readFlightLine(line);
      if (flight) continue;
    }
    if (TRAILER.test(text)) {
      isComplete = true;
      continue;
    }
    if (text.startsWith('/') || INFORMATION.test(text)) continue;
    const consignment = readConsignmentLine(text);
    if (consignment) {
      entries.push({ kind: 'WAYBILL', line, consignment, uld: uld?.uld ?? null, unloading });
      if (uld) uld.waybills += 1;
      continue;
    }
    if (text.startsWith('ULD/')) {
      const named = uldRef(text.slice(4).split('/')[0] ?? '');
      uld = named && { kind: 'ULD', line, uld: named, unloading, waybills: 0 };
      if (uld) entries.push(uld);
      else unreadable.push(line);
      continue;
    }
    const point = POINT.exec(text);
    if (point?.[1]) {
      unloading = point[1];
      uld = null;
      const isNil = point[2] !== undefined;
      entries.push({ kind: 'POINT', line, airport: unloading, isNil, moment: point[3] ?? null });
    } else {
      unreadable.push(line);
    }
  }
  return { flight, entries, unreadable, isComplete };
}
