/** Where a means of transport was. A position is not an event: it updates the live position and the thinned track. */
export interface PositionReport {
  /** `MMSI:413999001`, `TRAIN_RUN:X8001@2026-11-01`, `FLIGHT:CA981@2026-11-21`. */
  readonly subject: string;
  /** UTC instant, ISO 8601 to the second. */
  readonly at: string;
  /** Degrees, WGS 84. */
  readonly latitude: number;
  readonly longitude: number;
  readonly speedKnots: number | null;
  /** Degrees true, 0–359.9. */
  readonly courseDegrees: number | null;
  readonly headingDegrees: number | null;
  /** Navigation status as AIS numbers it (0 under way, 1 anchored, 5 moored), or null. */
  readonly navigationStatus: number | null;
  /** Static data that came with it or before it in the same message; null where unknown. */
  readonly vesselImo: string | null;
  readonly vesselName: string | null;
  readonly callSign: string | null;
  readonly destination: string | null;
}
