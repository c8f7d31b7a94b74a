import { splitKey, type IdentifierKey } from '../identifier.ts';
import type { Leg } from '../journey/legs.ts';
import { placeOf } from '../journey/milestone.ts';

/** A carriage by ship or train under way, or done, with the run that makes it and the place where it ends. */
export interface RunLeg {
  readonly leg: Leg;
  readonly run: IdentifierKey;
  readonly mode: 'VESSEL' | 'RAIL';
  /** The same for all cargo that this run brings to this place. */
  readonly key: string;
}

/** The arrival that a cargo waits for now: of the last carriage by ship or train that is under way to a known place. */
export function awaitedArrival(legs: readonly Leg[]): RunLeg | null {
  return runLegs(legs, 'UNDERWAY').at(-1) ?? null;
}

/** Carriages by ship or train that are over. */
export function closedArrivals(legs: readonly Leg[]): RunLeg[] {
  return runLegs(legs, 'DONE');
}

function runLegs(legs: readonly Leg[], state: Leg['state']): RunLeg[] {
  return legs.flatMap((leg): RunLeg[] => {
    const { mode, to } = leg;
    const place = placeOf(to);
    if (leg.state !== state || place === null || (mode !== 'VESSEL' && mode !== 'RAIL')) return [];
    const run = leg.id as IdentifierKey;
    const { scheme } = splitKey(run);
    const isRun = scheme === (mode === 'VESSEL' ? 'VOYAGE' : 'TRAIN_RUN');
    return isRun ? [{ leg, run, mode, key: `${run}>${place}` }] : [];
  });
}
