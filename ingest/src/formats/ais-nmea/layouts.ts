/**
 * Where the fields stand, in bits from the start of the message: ITU-R M.1371-5, annex 8.
 * `bits` is the least length at which a message of that type can be read; what lies beyond the end of a message that
 * old transponders cut short is null.
 */
export interface PositionLayout {
  readonly bits: number;
  /** Navigation status, 4 bits; null where the type has none (class B). */
  readonly status: number | null;
  readonly speed: number;
  readonly longitude: number;
  readonly latitude: number;
  readonly course: number;
  readonly heading: number;
  readonly second: number;
}

const CLASS_A: PositionLayout = {
  bits: 137, status: 38, speed: 50, longitude: 61, latitude: 89, course: 116, heading: 128, second: 137,
}; // prettier-ignore
const CLASS_B: PositionLayout = {
  bits: 133, status: null, speed: 46, longitude: 57, latitude: 85, course: 112, heading: 124, second: 133,
}; // prettier-ignore

/** By message type. Type 27 has units of its own and is read apart. */
export const POSITION_LAYOUTS: readonly (PositionLayout | null)[] = Array.from({ length: 64 }, (_, type) =>
  type >= 1 && type <= 3 ? CLASS_A : type === 18 || type === 19 ? CLASS_B : null,
);

/** Long-range report for satellites: coarse position, whole knots and degrees, no second. */
export const LONG_RANGE = {
  bits: 94,
  status: 40,
  longitude: 44,
  latitude: 62,
  speed: 79,
  course: 85,
} as const;

/** Class A static and voyage data, 424 bits in two sentences. */
export const STATIC_A = {
  bits: 232,
  imo: 40,
  callSign: 70,
  name: 112,
  shipType: 232,
  dimensions: 240,
  etaMonth: 274,
  etaDay: 278,
  etaHour: 283,
  etaMinute: 288,
  draught: 294,
  destination: 302,
} as const;

/** Extended class B report: the static part behind the position of type 18. */
export const STATIC_B = { bits: 263, name: 143, shipType: 263, dimensions: 271 } as const;

/** Class B static data, part A (name) and part B (everything else) sent apart. */
export const STATIC_24 = {
  part: 38,
  name: 40,
  bitsOfA: 46,
  shipType: 40,
  callSign: 90,
  dimensions: 132,
  bitsOfB: 132,
} as const;
