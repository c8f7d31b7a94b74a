import { cycleStage, isMove, type CycleClaim } from './cycle-claim.ts';
import type { Consignments } from './cycle-papers.ts';
import { elsewhere } from './cycle-steps.ts';
import { isOutOfReach } from './reach.ts';

/**
 * Nothing in the box's history asks for a second look: every use goes from pick-up to return in the usual order with at
 * most one gate move in a row untold, ends with its empty return, and names one consignment, that no other use names.
 * Most boxes are so, and the search for contradictions (`cycle-conflict.ts`) would find none.
 */
export function isOrderly(sorted: readonly CycleClaim[], consignments: Consignments): boolean {
  const ended: string[] = [];
  let current: string | null = null;
  let before: number | null = null;
  let run: CycleClaim['run'] = null;
  let carried: CycleClaim['loadState'] = null;
  let last: CycleClaim | null = null;
  for (const claim of sorted) {
    const stage = isMove(claim) ? cycleStage(claim) : null;
    if (stage === null) continue;
    const consignment = consignments.of(claim);
    if (before !== null && last !== null) {
      const { place, point, at } = last;
      if (elsewhere({ stage: before, place, point }, claim, stage) > 0) return false;
      if (isOutOfReach(last, claim, claim.at - at)) return false;
    }
    last = claim;
    // Carried empty and full, or loaded on one ship and aboard another.
    if (stage >= 4 && stage <= 6) {
      if (carried !== null && claim.loadState !== null && carried !== claim.loadState) return false;
      const isAboard = before === 4 || before === 5;
      if (isAboard && run !== null && claim.run !== null && run !== claim.run) return false;
      carried = claim.loadState ?? carried;
    } else carried = null;
    if (before === 9) {
      if (stage > 3) return false;
      if (current !== null) ended.push(current);
      current = null;
    } else if (before !== null && !follows(before, stage)) {
      const isAgain = stage === before && (stage === 4 || stage === 6) && run !== null && claim.run === run;
      if (!isAgain) return false;
    }
    if (consignment !== null && consignment !== current) {
      if (consignments.isUnlisted(consignment)) return false;
      if (current !== null || ended.includes(consignment)) return false;
      current = consignment;
    }
    before = stage;
    run = claim.run;
  }
  return true;
}

/** In the usual order, with one gate move left out at most. */
function follows(before: number, stage: number): boolean {
  if (stage <= before) return stage === 5 && before === 5;
  switch (before) {
    case 0:
    case 1:
    case 2:
      return stage <= 4;
    case 3:
      return stage === 4;
    case 4:
    case 5:
      return stage <= 6;
    case 6:
      return true;
    default:
      return stage > before;
  }
}
