import { parseTruckPlate } from 'graph-schema/codes/truck-plate';
import { loadCodeList } from 'graph-schema/reference/code-list';
import type { NamedRecord } from '../../claims/cn-ports/named-fields.ts';

const DEVICES = loadCodeList('truck-gps-json/devices');
const NUMBER = /^(?=.*[1-9A-Z])[A-Z0-9._:-]{4,40}$/;

/** What reports: a truck by its plate, else the device itself, that is, a terminal 终端 or an electronic lock 电子锁. */
export interface Reporter {
  readonly kind: 'TRUCK' | 'ITEM';
  readonly reference: string;
}

/**
 * The truck where the report, or what the source says of its devices (list `devices`), names its plate; else the terminal,
 * else the lock. Null where the report is of a box or a paper and names neither.
 */
export function readReporter(record: NamedRecord): Reporter | null {
  const device = record.text('device');
  const plate = plateOf(record.text('plate')) ?? plateOf(device === null ? null : knownPlate(device));
  if (plate !== null) return { kind: 'TRUCK', reference: plate };
  const reference = deviceNumber(device) ?? deviceNumber(record.text('lock'));
  return reference === null ? null : { kind: 'ITEM', reference };
}

function plateOf(written: string | null): string | null {
  return written === null ? null : parseTruckPlate(written).value || null;
}

function knownPlate(device: string): string | null {
  return (DEVICES.find(device) ?? DEVICES.find(unpadded(device)))?.canonical ?? null;
}

function deviceNumber(written: string | null): string | null {
  if (written === null) return null;
  const number = unpadded(written.normalize('NFKC').toUpperCase().replaceAll(/\s/g, ''));
  return NUMBER.test(number) ? number : null;
}

/** JT/T 808 pads the number of a terminal with zeros, the version of 2013 to 12 digits, that of 2019 to 20. */
function unpadded(number: string): string {
  return /^\d+$/.test(number) ? number.replace(/^0+(?=\d)/, '') : number;
}
