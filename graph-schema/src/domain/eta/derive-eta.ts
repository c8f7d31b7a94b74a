import type { FactClaim } from '../journey/facts.ts';
import { isSamePlace } from '../journey/destination.ts';
import type { Leg } from '../journey/legs.ts';
import type { RunOf } from '../journey/same-run.ts';
import type { PlaceRef } from '../tracking-event.ts';
import { bestEta, type Arrival, type BestEta } from './best-eta.ts';
import type { EtaPolicy } from './policy.ts';
import { etaSeries, type EtaSeries } from './series.ts';
import { ARRIVAL_CODES, tellingsOf, type EtaTarget } from './telling.ts';

/** When the cargo arrives, by everybody who says so. */
export interface EtaAnswer extends BestEta {
  /** Who told of it, in the order in which they first spoke. */
  readonly series: readonly EtaSeries[];
}

/** What the journey knows of the arrival. */
export interface EtaInput {
  readonly claims: readonly FactClaim[];
  readonly legs: readonly Leg[];
  /** The destination that its papers name where no carriage reaches it yet; else null. */
  readonly ahead: PlaceRef | null;
  readonly runOf: RunOf;
  /** Epoch milliseconds, service time. */
  readonly now: number;
}

/** Every source's ETA at the end of the carriage, and the best one with all its changes; nothing where no carriage is known. */
export function deriveEta({ claims, legs, ahead, runOf, now }: EtaInput, policy: EtaPolicy): EtaAnswer {
  const last = legs.findLast((leg) => leg.mode !== 'TRUCK');
  if (!last) return { best: null, history: [], overdueSince: null, changesAt: null, series: [] };
  const target: EtaTarget = last.to && ahead ? { run: null, place: ahead } : { run: last.id, place: last.to };
  const arrival = arrivalOf(claims, target, last, runOf);
  const series = etaSeries(
    tellingsOf(claims, target, runOf, arrival?.heardAt ?? null),
    arrival?.time ?? null,
  );
  const best = bestEta(series, arrival, policy, now);
  return { ...best, series, changesAt: earliest([best.changesAt, ...stillToHear(series, arrival, now)]) };
}

/** Clocks of two machines differ: what is dated a moment ahead is heard at that moment. */
function stillToHear(series: readonly EtaSeries[], arrival: Arrival | null, now: number): number[] {
  const heard = series.flatMap(({ tellings }) => tellings.map(({ receivedAt }) => receivedAt));
  return [...heard, ...(arrival ? [arrival.heardAt] : [])].filter((at) => at > now);
}

function earliest(instants: readonly (number | null)[]): number | null {
  const known = instants.filter((at) => at !== null);
  return known.length > 0 ? Math.min(...known) : null;
}

/** The arrival by which the leg is done, and when we first heard that it was; ahead of the known carriage there is none. */
export function arrivalOf(
  claims: readonly FactClaim[],
  target: EtaTarget,
  leg: Leg,
  runOf: RunOf,
): Arrival | null {
  if (target.run === null || !leg.arrival.actual) return null;
  const heard = claims.flatMap((claim) => {
    const { code, classifier, place } = claim.event;
    const isThere =
      classifier === 'ACTUAL' &&
      (ARRIVAL_CODES as readonly string[]).includes(code) &&
      [null, target.run].includes(runOf(claim)) &&
      (target.place === null || (place !== null && isSamePlace(place, target.place)));
    return isThere ? claim.voices.map((voice) => Date.parse(voice.receivedAt)) : [];
  });
  return { time: leg.arrival.actual, heardAt: heard.length > 0 ? Math.min(...heard) : -Infinity };
}
