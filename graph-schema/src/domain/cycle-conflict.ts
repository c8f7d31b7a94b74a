import { cycleStage, isMove, type CycleClaim } from './cycle-claim.ts';
import { historyOf, type BelievedHistory, type Link, type Step } from './cycle-history.ts';
import type { Consignments } from './cycle-papers.ts';
import { beginning, goingOn, stageAfter } from './cycle-steps.ts';

/**
 * What it takes to disbelieve a claim: more where it names papers, more again where others name them too, and most where
 * it is of the carriage itself, which outweighs two gate moves without papers but not three.
 */
const WITHOUT_PAPERS = 1.6;
const PAPERS_NAMED_ONCE = 2.4;
const PAPERS_NAMED_ONCE_AT_GATE = 1.9;
const PAPERS_NAMED_OFTEN = 2.6;
const CARRIED_ON_PAPERS = 3.7;
/** One claim alone puts the box on papers that list others; and what it takes to begin a use with it. */
const UNLISTED = 0.2;
const UNLISTED_BEGINS = 0.5;

/** Papers of one cargo that nothing has tied together yet. */
const UNTIED = 0.3;

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
 * A function of the set of claims.
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
  return historyOf(cheapestEnd(found, steps), steps);
}

function stepsOf(sorted: readonly CycleClaim[], consignments: Consignments): Step[] {
  const named = new Map<string, number>();
  for (const claim of sorted) {
    const consignment = consignments.of(claim);
    if (consignment !== null) named.set(consignment, (named.get(consignment) ?? 0) + 1);
  }
  const steps: Step[] = [];
  let weightBefore = 0;
  for (const claim of sorted) {
    const stage = isMove(claim) ? cycleStage(claim) : null;
    if (stage === null) continue;
    const consignment = consignments.of(claim);
    const times = consignment === null ? 0 : (named.get(consignment) ?? 0);
    const isUnlisted = times === 1 && consignment !== null && consignments.isUnlisted(consignment);
    const weight = isUnlisted ? UNLISTED : weightOf(claim, times);
    steps.push({
      claim,
      stage,
      consignment,
      namedOnce: times === 1,
      isUnlisted,
      weight,
      weightBefore,
    });
    weightBefore += weight;
  }
  return steps;
}

function weightOf({ code }: CycleClaim, named: number): number {
  if (named === 0) return WITHOUT_PAPERS;
  const isGate = code === 'GATED_IN' || code === 'GATED_OUT';
  if (named === 1) return isGate ? PAPERS_NAMED_ONCE_AT_GATE : PAPERS_NAMED_ONCE;
  return code === 'LOADED' || code === 'DISCHARGED' ? CARRIED_ON_PAPERS : PAPERS_NAMED_OFTEN;
}

/** The cheapest history in which the move goes on with a use, and the cheapest in which it begins one. */
function linksTo(step: Step, index: number, found: readonly Found[], consignments: Consignments): Link[] {
  let on: Link | null = null;
  let onCost = Infinity;
  let anew: Link | null = null;
  let anewCost = step.weightBefore + (step.isUnlisted ? UNLISTED_BEGINS : 0);
  const lowest = Math.max(0, index - 1 - MOST_IN_A_ROW);
  for (let i = index - 1; i >= lowest; i -= 1) {
    const before = found[i];
    if (!before) break;
    const bound = before.least + step.weightBefore;
    if (bound >= onCost && bound >= anewCost) break;
    if (bound >= Math.min(onCost, anewCost) + FAR_DEARER) break;
    for (const link of before.links) {
      const cost = link.cost + step.weightBefore - link.step.weightBefore - link.step.weight;
      if (cost < onCost && canGoOn(link, step.consignment)) {
        const total = cost + goingOn(link, step.claim, step.stage);
        if (total < onCost) [on, onCost] = [link, total];
      }
      if (cost < anewCost && canBegin(link, step.consignment)) {
        const total = cost + beginningAfter(link, step, consignments);
        if (total < anewCost) [anew, anewCost] = [link, total];
      }
    }
  }
  const links: Link[] = [];
  if (anewCost < onCost + FAR_DEARER) links.push(beginningLink(step, index, anew, anewCost));
  if (on && onCost < anewCost + FAR_DEARER) links.push(goingOnLink(step, index, on, onCost));
  return links;
}

function goingOnLink(step: Step, index: number, from: Link, cost: number): Link {
  return {
    step,
    index,
    cost,
    from,
    stage: stageAfter(from, step.claim, step.stage),
    at: step.claim.at,
    afloat: step.stage === 4 || (step.stage !== 6 && from.afloat),
    run: runAfter(from, step),
    place: step.claim.place ?? from.place,
    consignment: from.consignment ?? step.consignment,
    ended: from.ended,
    use: from.use,
    beganClear: from.beganClear,
  };
}

/** What it was last loaded on, or told to be aboard of or off. */
function runAfter(from: Link, { stage, claim }: Step): string | null {
  if (stage === 4) return claim.run;
  return stage === 5 || stage === 6 ? (claim.run ?? from.run) : from.run;
}

const NONE: readonly string[] = [];

function beginningLink(step: Step, index: number, from: Link | null, cost: number): Link {
  const ended = from?.ended ?? NONE;
  return {
    step,
    index,
    cost,
    from,
    stage: step.stage,
    at: step.claim.at,
    afloat: step.stage === 4,
    run: step.stage === 4 ? step.claim.run : null,
    place: step.claim.place ?? from?.place ?? null,
    consignment: step.consignment,
    ended: from && from.consignment !== null ? [...ended, from.consignment] : ended,
    use: from ? from.use + 1 : 0,
    beganClear: from === null || from.stage === 9,
  };
}

function canGoOn(link: Link, consignment: string | null): boolean {
  if (consignment === null || link.consignment === consignment) return true;
  return link.consignment === null && !link.ended.includes(consignment);
}

function canBegin(link: Link, consignment: string | null): boolean {
  return consignment === null || (link.consignment !== consignment && !link.ended.includes(consignment));
}

function beginningAfter(link: Link, step: Step, consignments: Consignments): number {
  const { claim, stage, consignment } = step;
  const begins = beginning(link, claim, stage) + (step.isUnlisted ? UNLISTED_BEGINS : 0);
  // A booking and a bill, or a rail note and a bill, may turn out to be of one cargo when a paper ties them together.
  const mayBeOne =
    consignment !== null &&
    link.consignment !== null &&
    !consignments.areDifferent(link.consignment, consignment);
  return mayBeOne ? Math.min(begins, goingOn(link, claim, stage) + UNTIED) : begins;
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
