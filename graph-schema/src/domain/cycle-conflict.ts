import type { CycleClaim } from './cycle-claim.ts';
import { doubtsOf } from './cycle-doubt.ts';
import { historyOf, type BelievedHistory } from './cycle-history.ts';
import { seenOtherwise } from './cycle-otherwise.ts';
import type { Consignments } from './cycle-papers.ts';
import { cheapestEnd, searchFrom } from './cycle-search.ts';
import { stepsOf } from './cycle-weights.ts';

/**
 * Finds the moves that cannot all have happened, and disbelieves the fewest: a box that is aboard passes no gate and is
 * not loaded for another bill, and a consignment that ended does not come back. Of all ways to believe a part of the
 * moves, the one is taken that needs the least: moves left out weigh by their papers, moves that nobody told weigh too.
 * What other ways that need hardly more see otherwise is doubtful. A function of the set of claims.
 */
export function believedHistory(sorted: readonly CycleClaim[], consignments: Consignments): BelievedHistory {
  const steps = stepsOf(sorted, consignments);
  const found = searchFrom(steps, consignments);
  const end = cheapestEnd(found, steps);
  const history = historyOf(end, steps);
  const { against, doubtful } = doubtsOf(end, steps, consignments);
  const otherwise = seenOtherwise(end, found, steps, consignments);
  return {
    ...history,
    against: new Map([...history.against, ...against]),
    doubtful: new Set([...history.doubtful, ...doubtful, ...otherwise]),
  };
}
