import type { StopKind } from './predict-way.ts';
import type { Canal } from './way-points.ts';

/** How an arrival is computed, and when that is said: data, tuned by the operator. */
export interface PredictionPolicy {
  /** A position older than this says nothing of the arrival any more. */
  readonly positionHoursMax: number;
  /** Positions of so many days are looked at, one in so many hours. */
  readonly fixes: { readonly days: number; readonly everyHours: number };
  /** Canals where ships wait. */
  readonly canals: readonly Canal[];
  /** A port that the ship herself names is called at before where it makes the way longer by no more than this. */
  readonly detourPercent: number;
  /** A position further from the way is not on it. */
  readonly offNmMax: number;
  /** Half the widths of the fences around an expected way, by mode, ascending: what leaves one is told. */
  readonly fencesNm: Readonly<Record<'VESSEL' | 'RAIL', readonly number[]>>;
  /** Nearer to a stop than this it is there. */
  readonly stopNm: number;
  /** By mode: no faster; slower is standing; what is usual where nothing is learned. */
  readonly knots: Readonly<Record<'VESSEL' | 'RAIL', { max: number; movingMin: number; usual: number }>>;
  /** Hours of stay where nothing is learned. */
  readonly dwellHours: Readonly<Record<StopKind, number>>;
  /** The pace of the last hours counts by this share, and for so long ahead: weather passes. */
  readonly recent: { readonly hours: number; readonly share: number; readonly lastsHours: number };
  /** Miles of this passage after which its own pace counts as much as the usual one. */
  readonly passageNm: number;
  /** As many samples as what is usual elsewhere counts for. */
  readonly elsewhere: number;
  /** Newest samples kept of a place or lane, and of errors. */
  readonly keep: number;
  readonly keepErrors: number;
  /** Hours before the arrival at which errors are learned. */
  readonly horizonHours: readonly number[];
  /** Legs from which on an error is known. */
  readonly closedMin: number;
  /** The band where no error is known: a share of the hours ahead. */
  readonly band: { readonly percent: number; readonly hoursMin: number };
  /** The computed one leads where its mean error is lower by this share, and until it is not lower by the second (negative: until it is higher). */
  readonly leads: { readonly betterPercent: number; readonly untilPercent: number };
  /** Nearest first, the last without limit: the move from which on it is said again. */
  readonly speaks: readonly { readonly withinHours: number | null; readonly moveMinutes: number }[];
  /** So many times the move where it takes back the last one. */
  readonly backTimes: number;
  /** What was said is said once more after so long, if it still holds. */
  readonly repeatMinutes: number;
  /** And again each time that it has been silent for so long. */
  readonly silentHoursMax: number;
}
