import { signed, unsigned, type SixBits } from '../../syntax/nmea/six-bit.ts';
import { LONG_RANGE, type PositionLayout } from './layouts.ts';

/** A position as the message has it, "not available" already null. Reused from message to message. */
export interface Fix {
  latitude: number;
  longitude: number;
  speedKnots: number | null;
  courseDegrees: number | null;
  headingDegrees: number | null;
  /** 10 where the ship's receiver says that it is at least that good, else null. */
  accuracyMetres: number | null;
  navigationStatus: number | null;
  /** Second of the UTC minute, 0–59; null when not available, dead reckoning or manual. */
  second: number | null;
}

export function newFix(): Fix {
  return {
    latitude: 0, longitude: 0, speedKnots: null, courseDegrees: null, headingDegrees: null, accuracyMetres: null,
    navigationStatus: null, second: null,
  }; // prettier-ignore
}

/** `NONE`: the ship does not know where it is (181°, 91°). `BAD`: a place that is not on earth. */
export type FixResult = 'FIX' | 'NONE' | 'BAD';

/** Types 1, 2, 3, 18 and 19. Coordinates in 1/10 000 minute, speed in 1/10 knot, course in 1/10 degree. */
export function readFix(bits: SixBits, layout: PositionLayout, into: Fix): FixResult {
  const longitude = signed(bits, layout.longitude, 28);
  const latitude = signed(bits, layout.latitude, 27);
  const result = place(longitude, latitude, 600_000, into);
  if (result !== 'FIX') return result;
  const speed = unsigned(bits, layout.speed, 10);
  const course = unsigned(bits, layout.course, 12);
  const heading = unsigned(bits, layout.heading, 9);
  into.speedKnots = speed === 1023 ? null : speed / 10;
  into.courseDegrees = course < 3600 ? course / 10 : null;
  into.headingDegrees = heading < 360 ? heading : null;
  // The bit before the longitude: 1 high (10 m or better), 0 low or unknown.
  into.accuracyMetres = unsigned(bits, layout.longitude - 1, 1) === 1 ? 10 : null;
  into.navigationStatus = layout.status === null ? null : definedStatus(unsigned(bits, layout.status, 4));
  const second = bits.length >= layout.second + 6 ? unsigned(bits, layout.second, 6) : 60;
  into.second = second < 60 ? second : null;
  return 'FIX';
}

/** Type 27. Coordinates in 1/10 minute, speed in knots (63 n/a), course in degrees (511 n/a). */
export function readLongRange(bits: SixBits, into: Fix): FixResult {
  const longitude = signed(bits, LONG_RANGE.longitude, 18);
  const latitude = signed(bits, LONG_RANGE.latitude, 17);
  const result = place(longitude, latitude, 600, into);
  if (result !== 'FIX') return result;
  const speed = unsigned(bits, LONG_RANGE.speed, 6);
  const course = unsigned(bits, LONG_RANGE.course, 9);
  into.speedKnots = speed === 63 ? null : speed;
  into.courseDegrees = course < 360 ? course : null;
  into.headingDegrees = null;
  into.accuracyMetres = null;
  into.navigationStatus = definedStatus(unsigned(bits, LONG_RANGE.status, 4));
  into.second = null;
  return 'FIX';
}

function place(longitude: number, latitude: number, perDegree: number, into: Fix): FixResult {
  if (longitude === 181 * perDegree || latitude === 91 * perDegree) return 'NONE';
  if (Math.abs(longitude) > 180 * perDegree || Math.abs(latitude) > 90 * perDegree) return 'BAD';
  // Six decimals hold 1/10 000 minute exactly enough, and are what a reader can compare.
  into.longitude = Math.round((longitude / perDegree) * 1e6) / 1e6;
  into.latitude = Math.round((latitude / perDegree) * 1e6) / 1e6;
  return 'FIX';
}

function definedStatus(status: number): number | null {
  return status === 15 ? null : status;
}
