/** Where a means of transport or a box was. A position is not an event: it updates the live position and the thinned track. */
export interface PositionReport {
  /**
   * What reported it, never what it carried: `MMSI:413999001`, `TRAIN_RUN:X8001@2026-11-01`, `TRUCK:浙B12345`,
   * `CONTAINER:CSNU6190340`, `AIRCRAFT:LXVCK` (an aircraft does not say which dated flight it is on; by its registration
   * or 24-bit address). Which cargo was there is derived: `whereabouts/`.
   */
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
  /** Radius around it within which it was, 95 of 100 times, in metres; null where nobody says. */
  readonly accuracyMetres: number | null;
  /** Navigation status as AIS numbers it (0 under way, 1 anchored, 5 moored), or null. */
  readonly navigationStatus: number | null;
  /** Static data that came with it or before it in the same message; null where unknown. */
  readonly vesselImo: string | null;
  readonly vesselName: string | null;
  readonly callSign: string | null;
  readonly destination: string | null;
}

/** A report that says where and when, and what else is known; what is not given is null. */
export function positionReport(
  known: Pick<PositionReport, 'subject' | 'at' | 'latitude' | 'longitude'> & Partial<PositionReport>,
): PositionReport {
  return {
    speedKnots: null,
    courseDegrees: null,
    headingDegrees: null,
    accuracyMetres: null,
    navigationStatus: null,
    vesselImo: null,
    vesselName: null,
    callSign: null,
    destination: null,
    ...known,
  };
}

/**
 * What a ship says of itself without saying where it is (AIS types 5, 19 and 24). It updates the description of the
 * means of transport, never a journey. Null where the message leaves a field at its "not available" value.
 */
export interface VesselStatic {
  /** `MMSI:413999001`. */
  readonly subject: string;
  /** UTC instant, ISO 8601 to the second. */
  readonly at: string;
  /** Seven digits with a valid check digit, else null: many stations broadcast a hull or yard number here. */
  readonly vesselImo: string | null;
  readonly vesselName: string | null;
  readonly callSign: string | null;
  /** Free text as the crew typed it. */
  readonly destination: string | null;
  /** Arrival in UTC as the crew set it; the message has no year. Month 1–12, day 1–31, hour 0–23, minute 0–59. */
  readonly etaMonth: number | null;
  readonly etaDay: number | null;
  readonly etaHour: number | null;
  readonly etaMinute: number | null;
  /** ITU-R M.1371 ship and cargo type, 1–99 (70–79 cargo, 80–89 tanker). */
  readonly shipType: number | null;
  /** Present static draught, metres. */
  readonly draughtMetres: number | null;
  /** Length and beam over all, metres. */
  readonly lengthMetres: number | null;
  readonly beamMetres: number | null;
}
