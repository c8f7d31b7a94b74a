import { aboardOf } from '../aboard.ts';
import { transport } from '../claim.ts';
import { runKey, wagonKey } from '../claim-keys.ts';
import { groupBy } from '../group-by.ts';
import { splitKey, type IdentifierKey } from '../identifier.ts';
import type { FactClaim } from '../journey/facts.ts';
import type { TrackingEvent } from '../tracking-event.ts';
import type { Stay } from './inheritance.ts';

/** What a wagon does that moves what is on it; what is said of its state, and at its siding, is its own. */
export const MOVES_OF_A_WAGON: ReadonlySet<string> = new Set(['DEPARTED', 'ARRIVED', 'PASSED', 'CROSSED']);
/** Told of a box, or of the cargo, without the wagon: it is not on it any more. */
const OFF: ReadonlySet<string> = new Set([
  'DISCHARGED', 'GAUGE_CHANGED', 'GATED_IN', 'GATED_OUT', 'PICKED_UP', 'OUT_FOR_DELIVERY', 'DELIVERED', 'STRIPPED',
  'DROPPED_OFF', 'AVAILABLE',
]); // prettier-ignore
/** Told of another carriage, it has gone over to that. */
const ABOARD: ReadonlySet<string> = new Set(['LOADED', 'DEPARTED']);
/** Wagons go on to the next load, and not everybody tells of unloading: longer than this nothing stands on one unnamed. */
const UNNAMED_MS = 30 * 86_400_000;
/** A move by rail that names the train alone may be by this wagon. */
const RAIL = 'RAIL';

/**
 * On which wagons boxes stood, and when, by the claims that name both: from the loading until the unloading, the next wagon
 * (a change of gauge 换装), a move by other means, or a month after a wagon was last named. A box is on a wagon and in its
 * train at once, so these stays stand beside those of runs.
 */
export function wagonStays(own: readonly FactClaim[]): Stay[] {
  const actual = own.filter(({ event }) => event.classifier === 'ACTUAL');
  const thingOf = ({ cycleId }: FactClaim) => cycleId ?? '';
  const naming = actual.filter(({ event }) => wagonKey(event) !== null);
  if (naming.length === 0) return [];
  const told = groupBy(actual, thingOf);
  return [...groupBy(naming, thingOf)].sort(([a], [b]) => (a < b ? -1 : 1)).flatMap(([thing, claims]) => {
    const stays = aboardOf(claims.map(({ event }) => ({ at: at(event), code: event.code, classifier: event.classifier, run: wagonKey(event) })));
    return stays.map((stay): Stay => {
      const last = Math.max(...claims.filter(({ event }) => wagonKey(event) === stay.run).map(({ event }) => at(event)));
      const left = (told.get(thing) ?? [])
        .filter(({ event }) => at(event) > stay.from && leavesWagon(event, stay.run))
        .map(({ event }) => at(event));
      const container = claims[0]?.event.equipment?.reference ?? null;
      const to = Math.min(stay.to ?? Infinity, ...left, last + UNNAMED_MS);
      return { ...stay, to, container, places: null };
    });
  });
} // prettier-ignore

export function isOfWagon(run: IdentifierKey): boolean {
  return run.startsWith('WAGON:');
}

/** What a wagon did, as what it carried takes it over: the wagon carries it. */
export function asTheWagon(event: TrackingEvent, wagon: IdentifierKey): TrackingEvent {
  const told = event.transport ?? transport({ mode: RAIL });
  return { ...event, equipment: null, loadState: null, transport: { ...told, wagon: splitKey(wagon).value } };
}

function leavesWagon(event: TrackingEvent, wagon: IdentifierKey): boolean {
  const named = wagonKey(event);
  if (named !== null) return named !== wagon && ABOARD.has(event.code);
  if (OFF.has(event.code)) return true;
  const { transport: by } = event;
  return ABOARD.has(event.code) && by !== null && by.mode !== RAIL && (runKey(by) !== null || by.plate !== null);
} // prettier-ignore

function at({ time }: TrackingEvent): number {
  return Date.parse(time.instant);
}
