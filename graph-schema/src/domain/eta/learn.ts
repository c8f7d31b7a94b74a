import { dwellKey, paceKeys } from './learn-keys.ts';
import { errorEntries, type LegTelling } from './learn-errors.ts';
import { withSamples, type Learned, type LearnedEntry } from './learn-samples.ts';
import type { PredictionPolicy } from './predict-policy.ts';
import type { StopKind } from './predict-way.ts';

/** A carriage that is over, as the graph knows it. Epoch milliseconds. */
export interface ClosedLeg {
  readonly id: string;
  readonly mode: 'VESSEL' | 'RAIL';
  /** Ship by its IMO number, or the train's line; null: not known. */
  readonly carrier: string | null;
  readonly arrivedAt: number;
  /** When its arrival was heard of: before that nothing is learned from it. */
  readonly closedAt: number;
  readonly stays: readonly {
    readonly kind: StopKind;
    readonly place: string;
    readonly arrivedAt: number;
    readonly departedAt: number;
  }[];
  readonly passages: readonly {
    readonly from: string;
    readonly to: string;
    readonly nm: number;
    readonly departedAt: number;
    readonly arrivedAt: number;
  }[];
  /** What was told of the arrival, by anybody and by us. */
  readonly tellings: readonly LegTelling[];
}

/** All that is learned from what is over: data, to be stored and read back. */
export interface EtaTables {
  /** Hours of stay, by kind and place. */
  readonly dwells: Learned;
  /** Hours for a mile, by ship and by lane. */
  readonly paces: Learned;
  /** Hours by which it came later than told (earlier: negative), by source and hours before the arrival. */
  readonly errors: Learned;
}

export const NOTHING_LEARNED: EtaTables = { dwells: new Map(), paces: new Map(), errors: new Map() };

const HOUR_MS = 3_600_000;
/** A passage shorter than this is mostly harbour. */
const PASSAGE_NM_MIN = 30;

/** The tables with what these legs teach; of the same legs in any order, and told twice, the same. */
export function learnFrom(
  tables: EtaTables,
  legs: readonly ClosedLeg[],
  policy: PredictionPolicy,
): EtaTables {
  const of = (entries: (leg: ClosedLeg) => LearnedEntry[]) => legs.flatMap(entries);
  const { keep } = policy;
  return {
    dwells: withSamples(tables.dwells, of(dwellEntries), keep),
    paces: withSamples(tables.paces, of(paceEntries), keep),
    errors: withSamples(
      tables.errors,
      of((leg) => errorEntries(leg, policy.horizonHours)),
      policy.keepErrors,
    ),
  };
}

function dwellEntries({ id, closedAt, mode, stays }: ClosedLeg): LearnedEntry[] {
  return stays.flatMap(({ kind, place, arrivedAt, departedAt }, index) => {
    const value = (departedAt - arrivedAt) / HOUR_MS;
    if (value < 0) return [];
    const leg = `${id}#${index}`;
    return [dwellKey(mode, kind, place), dwellKey(mode, kind, null)].map((key) => ({ key, leg, closedAt, value })); // prettier-ignore
  });
}

function paceEntries({ id, closedAt, mode, carrier, passages }: ClosedLeg): LearnedEntry[] {
  return passages.flatMap(({ from, to, nm, departedAt, arrivedAt }, index) => {
    const value = (arrivedAt - departedAt) / HOUR_MS / nm;
    if (!(nm >= PASSAGE_NM_MIN) || value <= 0) return [];
    const leg = `${id}#${index}`;
    return paceKeys(mode, carrier, from, to).map((key) => ({ key, leg, closedAt, value }));
  });
}
