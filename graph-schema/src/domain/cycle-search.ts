import type { Link, Step } from './cycle-history.ts';
import { beginningLink, costOfBeginning, costOfGoingOn, goingOnLink } from './cycle-links.ts';
import type { Consignments } from './cycle-papers.ts';

/** A history that is dearer than another by this much is not followed; how many moves in a row may be disbelieved. */
const FAR_DEARER = 2.5;
const MOST_IN_A_ROW = 12;

/** The links to each move, and the least that a history up to there costs beyond disbelieving all of it. */
export interface Found {
  readonly links: readonly Link[];
  readonly least: number;
}

/** The cheapest histories up to each move. */
export function searchFrom(steps: readonly Step[], consignments: Consignments): Found[] {
  const found: Found[] = [];
  let least = 0;
  steps.forEach((step, index) => {
    const links = linksTo(step, index, found, consignments, null);
    const behind = step.weightBefore + step.weight;
    for (const link of links) least = Math.min(least, link.cost - behind);
    found.push({ links, least });
  });
  return found;
}

/**
 * The last move of the cheapest history that believes this one; null where there is none, or none that up to this move
 * costs less than `most` beyond disbelieving all before it.
 */
export function searchWith(
  believed: number,
  most: number,
  found: readonly Found[],
  steps: readonly Step[],
  consignments: Consignments,
): Link | null {
  const again = found.slice(0, believed);
  let least = Infinity;
  for (let index = believed; index < steps.length; index += 1) {
    const step = steps[index];
    if (!step) break;
    const links = linksTo(step, index, again, consignments, index === believed ? null : believed);
    const behind = step.weightBefore + step.weight;
    for (const link of links) least = Math.min(least, link.cost - behind);
    if (index === believed && least >= most) return null;
    again.push({ links, least });
  }
  return cheapestEnd(again, steps, believed);
}

/**
 * The cheapest histories in which the move goes on with a use, and in which it begins one: of each kind two, of which the
 * second comes from other papers, as those of the first may be needed later.
 *
 * @param believed the move that no history leaves out; null: none.
 */
function linksTo(
  step: Step,
  index: number,
  found: readonly Found[],
  consignments: Consignments,
  believed: number | null,
): Link[] {
  const on = new Cheapest();
  const anew = new Cheapest();
  if (believed === null) anew.offer(null, step.weightBefore + costOfBeginning(null, step, consignments));
  const lowest = Math.max(believed ?? 0, index - 1 - MOST_IN_A_ROW);
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

/** The last believed move of the cheapest history; null: all is disbelieved. */
export function cheapestEnd(found: readonly Found[], steps: readonly Step[], believed = 0): Link | null {
  const last = steps.at(-1);
  const all = last ? last.weightBefore + last.weight : 0;
  let best: Link | null = null;
  let bestCost = Infinity;
  for (let i = found.length - 1; i >= believed; i -= 1) {
    const { links, least } = found[i] ?? { links: [], least: Infinity };
    if (least + all >= bestCost) break;
    for (const link of links) {
      const cost = link.cost + all - link.step.weightBefore - link.step.weight;
      if (cost < bestCost) [best, bestCost] = [link, cost];
    }
  }
  return best;
}

/** What the history costs, with all that it disbelieves. */
export function costAtEnd(end: Link | null, steps: readonly Step[]): number {
  const last = steps.at(-1);
  const all = last ? last.weightBefore + last.weight : 0;
  return end ? end.cost + all - end.step.weightBefore - end.step.weight : Infinity;
}
