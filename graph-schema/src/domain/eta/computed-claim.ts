import type { Measurement, TrackingEvent } from '../tracking-event.ts';
import type { EtaPrediction } from './predict.ts';
import type { StopKind } from './predict-way.ts';

/** Scheme of the reason of a computed arrival: `PROVEN` or `UNPROVEN`, as it was when it was computed. */
export const COMPUTED_SCHEME = 'COMPUTED_ETA';

/** Of 100 arrivals that were computed so far ahead, so many came within the band. */
export const BAND_CONFIDENCE_PERCENT = 80;

/** What a computed arrival rests on, and how far off it may be. Instants in epoch milliseconds, hours, nautical miles. */
export interface ComputedBasis {
  /** It comes within these with `BAND_CONFIDENCE_PERCENT`. */
  readonly bandFrom: number;
  readonly bandTo: number;
  /** Past arrivals that the band rests on; 0: the house value. */
  readonly closed: number;
  /** When it was where the computation begins. */
  readonly positionAt: number;
  readonly milesLeft: number;
  readonly movingHours: number;
  readonly dwellHours: number;
  /** Past stays and passages that the hours rest on; 0: house values. */
  readonly stays: number;
  readonly passages: number;
  /** Calls, canals and changes of gauge that are still ahead, the arrival last. */
  readonly stops: readonly { readonly kind: StopKind; readonly place: string; readonly hours: number }[];
}

/** What a prediction rests on, told with a time that may be rounded or that of before. */
export function basisOf(prediction: EtaPrediction, told: number): ComputedBasis {
  const { p10, p90, band, fixAt, milesLeft, parts, rests, stops } = prediction;
  return {
    bandFrom: Math.min(p10, told),
    bandTo: Math.max(p90, told),
    closed: band.closed,
    positionAt: fixAt,
    milesLeft,
    ...parts,
    ...rests,
    stops,
  };
}

const STOP = 'STOP ';
const KINDS = ['CALL', 'CANAL', 'GAUGE_CHANGE', 'ARRIVAL'] as const satisfies readonly StopKind[];

/** The reason and the measurements of the claim that tells a computed arrival; `basis` null: only its lead is given up. */
export function computedParts(
  isProven: boolean,
  basis: ComputedBasis | null,
): Pick<TrackingEvent, 'reason' | 'measurements'> {
  const reason = { scheme: COMPUTED_SCHEME, code: isProven ? 'PROVEN' : 'UNPROVEN', text: null };
  if (!basis) return { reason, measurements: [] };
  const { stops, ...figures } = basis;
  return {
    reason,
    measurements: [
      ...FIGURES.map(([name, unit, per]) => measured(name, figures[name] / per, unit)),
      ...stops.map(({ kind, place, hours }) => measured(`${STOP}${kind} ${place}`, hours, 'h')),
    ],
  };
}

/** What a claim of a computed arrival rests on; null of any other, or where it was told without. */
export function computedBasis({ reason, measurements }: TrackingEvent): ComputedBasis | null {
  if (reason?.scheme !== COMPUTED_SCHEME) return null;
  const found = FIGURES.map(([name, , per]) => {
    const one = measurements.find((measurement) => measurement.name === name);
    return [name, one ? one.value * per : null] as const;
  });
  if (found.some(([, value]) => value === null)) return null;
  const stops = measurements.flatMap(({ name, value }) => {
    const [kind, ...place] = name?.startsWith(STOP) ? name.slice(STOP.length).split(' ') : [];
    const known = KINDS.find((one) => one === kind);
    return known ? [{ kind: known, place: place.join(' '), hours: value }] : [];
  });
  return { ...(Object.fromEntries(found) as unknown as Omit<ComputedBasis, 'stops'>), stops };
}

/** Name, unit as UCUM writes it, and how much one of that unit is here. */
const FIGURES = [
  ['bandFrom', 's', 1000],
  ['bandTo', 's', 1000],
  ['closed', '1', 1],
  ['positionAt', 's', 1000],
  ['milesLeft', '[nmi_i]', 1],
  ['movingHours', 'h', 1],
  ['dwellHours', 'h', 1],
  ['stays', '1', 1],
  ['passages', '1', 1],
] as const satisfies readonly (readonly [keyof Omit<ComputedBasis, 'stops'>, string, number])[];

function measured(name: string, value: number, unit: string): Measurement {
  return { kind: 'OTHER', name, value, unit };
}
