import { dwellKey } from './learn-keys.ts';
import { mean, shrunk, valuesOf, type Learned } from './learn-samples.ts';
import type { PredictionPolicy } from './predict-policy.ts';
import type { StopKind } from './predict-way.ts';

/** Hours for which a run usually stays at a stop. */
export function usualDwell(
  dwells: Learned,
  mode: 'VESSEL' | 'RAIL',
  stop: { readonly kind: StopKind; readonly place: string },
  { dwellHours, elsewhere }: PredictionPolicy,
): number {
  const any = shrunk(dwells, dwellKey(mode, stop.kind, null), dwellHours[stop.kind], elsewhere);
  return shrunk(dwells, dwellKey(mode, stop.kind, stop.place), any, elsewhere);
}

/** Past stays that say how long it usually stays at a stop: there, else anywhere; 0: none do. */
export function staysKnown(
  dwells: Learned,
  mode: 'VESSEL' | 'RAIL',
  { kind, place }: { readonly kind: StopKind; readonly place: string },
): number {
  const at = (where: string | null) => valuesOf(dwells, dwellKey(mode, kind, where)).length;
  return at(place) || at(null);
}

/** Where nobody stayed so long before, a stay goes on for this share of what it has lasted. */
const LONGER_SHARE = 0.15;

/** Hours that a stay of so many hours still takes: as those that lasted as long went on, at a place or else usually. */
export function remainingDwell(
  dwells: Learned,
  mode: 'VESSEL' | 'RAIL',
  stop: { readonly kind: StopKind; readonly place: string },
  elapsedHours: number,
  policy: PredictionPolicy,
): number {
  const elapsed = Math.max(0, elapsedHours);
  const expected = usualDwell(dwells, mode, stop, policy);
  const longer = valuesOf(dwells, dwellKey(mode, stop.kind, stop.place)).filter((hours) => hours > elapsed);
  const simple = Math.max(expected - elapsed, LONGER_SHARE * elapsed);
  const went = mean(longer.map((hours) => hours - elapsed));
  if (went === null) return simple;
  return (went * longer.length + simple * policy.elsewhere) / (longer.length + policy.elsewhere);
}
