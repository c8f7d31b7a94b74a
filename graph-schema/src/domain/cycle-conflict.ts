import type { CycleClaim } from './cycle-claim.ts';
import { doubtsOf } from './cycle-doubt.ts';
import { historyOf, type BelievedHistory, type Link, type Step } from './cycle-history.ts';
import { beginningLink, costOfBeginning, costOfGoingOn, goingOnLink } from './cycle-links.ts';
import type { Consignments } from './cycle-papers.ts';
import { stepsOf } from './cycle-weights.ts';

/** A history that is dearer than another by this much is not followed; how many moves in a row may be disbelieved. */
const FAR_DEARER = 2.5;
const MOST_IN_A_ROW = 12;

/** The links to each move, and the least that a history up to there costs beyond disbelieving all of it. */
interface Found {
  readonly links: readonly Link[];
  readonly least: number;
}

/**
 * Finds the moves that cannot all have happened, and disbelieves the fewest: a box that is aboard passes no gate and is
 * not loaded for another bill, and a consignment that ended does not come back. Of all ways to believe a part of the
 * moves, the one is taken that needs the least: moves left out weigh by their papers, moves that nobody told weigh too.
 * What other ways that need hardly more see otherwise is doubtful. A function of the set of claims.
 */
export function believedHistory(sorted: readonly CycleClaim[], consignments: Consignments): BelievedHistory {
  const steps = stepsOf(sorted, consignments);
  const found: Found[] = [];
  let least = 0;
  steps.forEach((step, index) => {
    const links = linksTo(step, index, found, consignments);
    const behind = step.weightBefore + step.weight;
    for (const link of links) least = Math.min(least, link.cost - behind);
    found.push({ links, least });
  });
  const end = cheapestEnd(found, steps);
  const history = historyOf(end, steps);
  const { against, doubtful } = doubtsOf(end, steps, consignments);
  return {
    ...history,
    against: new Map([...history.against, ...against]),
    doubtful: new Set([...history.doubtful, ...doubtful]),
  };
}

/**
 * The cheapest histories in which the move goes on with a use, and in which it begins one: of each kind two, of which the
 * second comes from other papers, as those of the first may be needed later.
 */
function linksTo(step: Step, index: number, found: readonly Found[], consignments: Consignments): Link[] {
  const on = new Cheapest();
  const anew = new Cheapest();
  anew.offer(null, step.weightBefore + costOfBeginning(null, step, consignments));
  const lowest = Math.max(0, index - 1 - MOST_IN_A_ROW);
  for (let i = index - 1; i >= lowest; i -= 1) {
    const before = found[i];
    if (!before) break;
    const bound = before.least + step.weightBefore;
    if (bound >= Math.min(on.cost, anew.cost) + FAR_DEARER) break;
    for (const link of before.links) {
      const cost = link.cost + step.weightBefore - link.step.weightBefore - link.step.weight;
      if (cost < on.worst) on.offer(link, cost + costOfGoingOn(link, step));
      if (cost < anew.worst) anew.offer(link, cost + costOfBeginning(link, step, consignments));
    }
  }
  const dearest = Math.min(on.cost, anew.cost) + FAR_DEARER;
  const links: Link[] = [];
  for (const { from, cost } of anew.found)
    if (cost < dearest) links.push(beginningLink(step, index, from, cost));
  for (const { from, cost } of on.found)
    if (from && cost < dearest) links.push(goingOnLink(step, index, from, cost));
  return links;
}

interface Way {
  readonly from: Link | null;
  readonly cost: number;
}

/** The cheapest way to a move, and the cheapest that comes from other papers. */
class Cheapest {
  #first: Way | null = null;
  #second: Way | null = null;

  get cost(): number {
    return this.#first?.cost ?? Infinity;
  }

  /** What is not cheaper than this need not be offered. */
  get worst(): number {
    return this.#second?.cost ?? Infinity;
  }

  get found(): Way[] {
    return [this.#first, this.#second].filter((way) => way !== null);
  }

  offer(from: Link | null, cost: number): void {
    if (cost >= this.worst) return;
    const way = { from, cost };
    const first = this.#first;
    if (first && !isOfSamePapers(first.from, from)) {
      if (cost < first.cost) [this.#first, this.#second] = [way, first];
      else this.#second = way;
    } else if (!first || cost < first.cost) this.#first = way;
  }
}

function isOfSamePapers(a: Link | null, b: Link | null): boolean {
  return a?.consignment === b?.consignment && a?.ended.at(-1) === b?.ended.at(-1);
}

function cheapestEnd(found: readonly Found[], steps: readonly Step[]): Link | null {
  const last = steps.at(-1);
  const all = last ? last.weightBefore + last.weight : 0;
  let best: Link | null = null;
  let bestCost = Infinity;
  for (let i = found.length - 1; i >= 0; i -= 1) {
    const { links, least } = found[i] ?? { links: [], least: Infinity };
    if (least + all >= bestCost) break;
    for (const link of links) {
      const cost = link.cost + all - link.step.weightBefore - link.step.weight;
      if (cost < bestCost) [best, bestCost] = [link, cost];
    }
  }
  return best;
}
