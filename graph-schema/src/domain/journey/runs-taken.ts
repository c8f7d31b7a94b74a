import { isByRail, showsAboard } from '../aboard.ts';
import type { IdentifierKey } from '../identifier.ts';
import type { FactClaim } from './facts.ts';
import { placesLeft } from './completion.ts';
import type { Leg } from './legs.ts';
import { placeOf, type Milestone } from './milestone.ts';
import type { RunOf } from './same-run.ts';

/**
 * Claims without what was told of a ship or flight that nothing shows the cargo aboard of, though a paper names it. Where
 * a plan names it, what is expected of it stays.
 */
export function withoutMissedRuns(claims: readonly FactClaim[], runOf: RunOf): FactClaim[] {
  const taken = new Set<IdentifierKey>();
  const planned = new Set<IdentifierKey>();
  for (const claim of claims) {
    const run = runOf(claim);
    if (run === null || claim.inherited) continue;
    if (claim.event.classifier !== 'ACTUAL') planned.add(run);
    else if (showsAboard(run, claim.event.code)) taken.add(run);
  }
  return claims.filter((claim) => {
    const run = claim.inherited ? runOf(claim) : null;
    if (run === null || isByRail(run) || taken.has(run)) return true;
    return claim.event.classifier !== 'ACTUAL' && planned.has(run);
  });
}

/** What is told without naming a box, and the runs that some box is shown aboard. */
export interface ToldOfWhole {
  readonly whole: readonly Milestone[];
  readonly ofAny: ReadonlySet<IdentifierKey | null>;
}

/** `all`: what is told of boxes, papers and ships, each by itself. */
export function toldOfWhole(all: readonly Milestone[]): ToldOfWhole {
  return {
    whole: all.filter((m) => m.dimension === 'LOGISTICS' && m.containers.length === 0 && m.run),
    ofAny: runsShown(all.filter((m) => m.containers.length > 0)),
  };
}

/**
 * What is told of the whole cargo and holds for one box of it: the runs that the box is on, and what is planned from
 * places that it has not left. Where other boxes are shown aboard and this one is not, it was left behind.
 */
export function sharedSteps(
  steps: readonly Milestone[],
  boxLegs: readonly Leg[],
  { whole, ofAny }: ToldOfWhole,
  legs: readonly Leg[],
): Milestone[] {
  const named = new Set(steps.map((step) => step.run));
  const shown = runsShown(steps);
  const left = placesLeft(boxLegs);
  const ahead = new Set(
    legs.filter((leg) => leg.state === 'PLANNED' && !left.has(placeOf(leg.from))).map((leg) => leg.id),
  );
  return whole.filter((m) => {
    if (m.classifier !== 'ACTUAL' && ahead.has(m.run ?? '')) return true;
    return named.has(m.run) && (shown.has(m.run) || !ofAny.has(m.run));
  });
}

function runsShown(milestones: readonly Milestone[]): Set<IdentifierKey | null> {
  const actual = milestones.filter((m) => m.classifier === 'ACTUAL');
  return new Set(actual.filter((m) => m.run && showsAboard(m.run, m.code)).map((m) => m.run));
}
