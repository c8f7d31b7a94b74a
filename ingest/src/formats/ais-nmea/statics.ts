import type { VesselStatic } from 'graph-schema/domain/position';
import { text, unsigned, type SixBits } from '../../syntax/nmea/six-bit.ts';
import { STATIC_24, STATIC_A, STATIC_B } from './layouts.ts';

type Described = Omit<VesselStatic, 'subject' | 'at'>;

const NOTHING: Described = {
  vesselImo: null, vesselName: null, callSign: null, destination: null, etaMonth: null, etaDay: null, etaHour: null,
  etaMinute: null, shipType: null, draughtMetres: null, lengthMetres: null, beamMetres: null,
}; // prettier-ignore

/** Type 5. */
export function readStaticA(bits: SixBits, imoOf: (digits: string) => string | null): Described {
  const imo = unsigned(bits, STATIC_A.imo, 30);
  return {
    vesselImo: imo > 0 ? imoOf(String(imo)) : null,
    vesselName: text(bits, STATIC_A.name, 120),
    callSign: text(bits, STATIC_A.callSign, 42),
    destination: text(bits, STATIC_A.destination, 120),
    etaMonth: within(bits, STATIC_A.etaMonth, 4, 1, 12),
    etaDay: within(bits, STATIC_A.etaDay, 5, 1, 31),
    etaHour: within(bits, STATIC_A.etaHour, 5, 0, 23),
    etaMinute: within(bits, STATIC_A.etaMinute, 6, 0, 59),
    shipType: within(bits, STATIC_A.shipType, 8, 1, 99),
    draughtMetres: tenths(within(bits, STATIC_A.draught, 8, 1, 255)),
    ...dimensions(bits, STATIC_A.dimensions),
  };
}

/** Type 19, behind its position. */
export function readStaticB(bits: SixBits): Described {
  return {
    ...NOTHING,
    vesselName: text(bits, STATIC_B.name, 120),
    shipType: within(bits, STATIC_B.shipType, 8, 1, 99),
    ...dimensions(bits, STATIC_B.dimensions),
  };
}

/** Type 24, either part; null for a part that the standard does not define or that is cut short. */
export function readStatic24(bits: SixBits, mmsi: number): Described | null {
  const part = unsigned(bits, STATIC_24.part, 2);
  if (part === 0 && bits.length >= STATIC_24.bitsOfA) {
    return { ...NOTHING, vesselName: text(bits, STATIC_24.name, 120) };
  }
  if (part !== 1 || bits.length < STATIC_24.bitsOfB) return null;
  // A craft of a mother ship (98MIDxxxx) gives her MMSI where others give their size.
  const isAuxiliary = Math.floor(mmsi / 1e7) === 98;
  return {
    ...NOTHING,
    shipType: within(bits, STATIC_24.shipType, 8, 1, 99),
    callSign: text(bits, STATIC_24.callSign, 42),
    ...(isAuxiliary ? {} : dimensions(bits, STATIC_24.dimensions)),
  };
}

/** Distances of the antenna to bow, stern (9 bits each), port and starboard (6 bits each); 0 + 0 is unknown. */
function dimensions(bits: SixBits, at: number): Pick<VesselStatic, 'lengthMetres' | 'beamMetres'> {
  if (bits.length < at + 30) return { lengthMetres: null, beamMetres: null };
  return {
    lengthMetres: unsigned(bits, at, 9) + unsigned(bits, at + 9, 9) || null,
    beamMetres: unsigned(bits, at + 18, 6) + unsigned(bits, at + 24, 6) || null,
  };
}

function within(bits: SixBits, at: number, width: number, least: number, most: number): number | null {
  if (bits.length < at + width) return null;
  const value = unsigned(bits, at, width);
  return value >= least && value <= most ? value : null;
}

function tenths(value: number | null): number | null {
  return value === null ? null : value / 10;
}
