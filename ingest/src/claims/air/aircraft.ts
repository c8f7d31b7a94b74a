import { normaliseBounded } from 'graph-schema/codes/outcome';
import type { PositionReport } from 'graph-schema/domain/position';

/** What a transponder said of an aircraft by now. */
export interface AircraftFix {
  readonly subject: string;
  /** UTC, to the second. */
  readonly at: string;
  readonly latitude: number;
  readonly longitude: number;
  readonly speedKnots: number | null;
  readonly courseDegrees: number | null;
  readonly headingDegrees: number | null;
  readonly callSign: string | null;
  /** Radius of 95 % certainty. */
  readonly accuracyMetres: number | null;
}

/** 24-bit address that the state of registry gives an aircraft, six hexadecimal digits. */
const ADDRESS = /^[0-9A-F]{6}$/;

/**
 * The key of an aircraft: its registration where the receiver knows it, without the dash, else its 24-bit address. Null
 * for an address with `~` in front, which a ground station made up and may give to another target next time.
 */
export function aircraftSubject(address: string, registration: string | null): string | null {
  const mark = registrationOf(registration);
  if (mark !== null) return `AIRCRAFT:${mark}`;
  const hex = address.trim().toUpperCase();
  return ADDRESS.test(hex) && hex !== '000000' ? `AIRCRAFT:${hex}` : null;
}

/** Registration without its dash, `LXVCK` for LX-VCK; null for what is none. */
export function registrationOf(text: string | null | undefined): string | null {
  const mark = normaliseBounded(text ?? '').replace(/[^A-Z0-9]/g, '');
  return /^[A-Z0-9]{2,10}$/.test(mark) ? mark : null;
}

/** Call sign as transmitted, `CCA981`; null for blanks, `@` and other padding. */
export function callSignOf(text: string | null): string | null {
  const sign = text?.trim().toUpperCase() ?? '';
  return /^[A-Z0-9]{2,8}$/.test(sign) ? sign : null;
}

/** A report about an aircraft; null where it is not on earth. */
export function aircraftReport(fix: AircraftFix): PositionReport | null {
  const { latitude, longitude } = fix;
  if (!(Math.abs(latitude) <= 90) || !(Math.abs(longitude) <= 180)) return null;
  return { ...fix, navigationStatus: null, vesselImo: null, vesselName: null, destination: null };
}

/** Degrees true, 0 to 359.9; null for anything else. 360 is north. */
export function degrees(value: number | null): number | null {
  if (value === null || !(value >= 0) || value > 360) return null;
  return value === 360 ? 0 : value;
}
