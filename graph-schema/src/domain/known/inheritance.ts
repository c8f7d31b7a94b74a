import { aboardOf, type Aboard } from '../aboard.ts';
import { runKey } from '../claim-keys.ts';
import type { FactClaim } from '../journey/facts.ts';

/** A stay of the cargo, or of one of its boxes, aboard a run. */
export interface Stay extends Aboard {
  readonly container: string | null;
}

/** Where the cargo was aboard: each box by its use, or the consignment itself (`ownOf`: its claims) where no box was. */
export function staysOf(
  cycles: readonly { readonly container: string; readonly aboard: readonly Aboard[] }[],
  ownOf: () => readonly FactClaim[],
): Stay[] {
  const stays = cycles.flatMap(({ container, aboard }) => aboard.map((stay) => ({ ...stay, container })));
  if (stays.length > 0) return stays;
  const carriage = ownOf().map(({ event }) => ({
    at: Date.parse(event.time.instant),
    code: event.code,
    classifier: event.classifier,
    run: event.transport && runKey(event.transport),
  }));
  return aboardOf(carriage).map((stay) => ({ ...stay, container: null }));
}

/** What is told of the runs themselves, taken over for the time aboard, each claim once. */
export function inheritedClaims(
  stays: readonly Stay[],
  own: readonly FactClaim[],
  toldOf: (run: string) => readonly FactClaim[],
): FactClaim[] {
  const seen = new Set(own.map((claim) => claim.id));
  const inherited: FactClaim[] = [];
  for (const stay of stays) {
    for (const claim of toldOf(stay.run)) {
      const at = Date.parse(claim.event.time.instant);
      const isWithin = at >= stay.from && (stay.to === null || at <= stay.to);
      if (!isWithin || seen.has(claim.id)) continue;
      seen.add(claim.id);
      inherited.push({ ...claim, cycleId: null, inherited: true });
    }
  }
  return inherited;
}
