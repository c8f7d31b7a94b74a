import { cycleStage, isMove, type CycleClaim } from './cycle-claim.ts';
import type { Step } from './cycle-history.ts';
import type { Consignments } from './cycle-papers.ts';

/**
 * What it takes to disbelieve a claim: more where it names papers, more again where others name them too, and most where
 * it is of the carriage itself, which outweighs two gate moves without papers but not three.
 */
const WITHOUT_PAPERS = 1.6;
const PAPERS_NAMED_ONCE = 2.4;
const PAPERS_NAMED_ONCE_AT_GATE = 1.9;
const PAPERS_NAMED_OFTEN = 2.6;
const CARRIED_ON_PAPERS = 3.7;
/** One claim alone puts the box on papers that list others. */
const UNLISTED = 0.2;

/** Two tellings of one move lie within this time. */
const SAME_MOVE_MS = 1.5 * 86_400_000;

/** The moves with what it takes to disbelieve each. */
export function stepsOf(sorted: readonly CycleClaim[], consignments: Consignments): Step[] {
  const named = new Map<string, number>();
  for (const claim of sorted) {
    const consignment = consignments.of(claim);
    if (consignment !== null) named.set(consignment, (named.get(consignment) ?? 0) + 1);
  }
  const mostFor = mostForTellings(sorted);
  const steps: Step[] = [];
  let weightBefore = 0;
  for (const claim of sorted) {
    const stage = isMove(claim) ? cycleStage(claim) : null;
    if (stage === null) continue;
    const consignment = consignments.of(claim);
    const times = consignment === null ? 0 : (named.get(consignment) ?? 0);
    const isUnlisted = times === 1 && consignment !== null && consignments.isUnlisted(consignment);
    const weight = isUnlisted ? UNLISTED : Math.min(weightOf(claim, times), mostFor(claim));
    steps.push({ claim, stage, consignment, namedOnce: times === 1, isUnlisted, weight, weightBefore });
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

/** Of one loading or discharge that is told of different days at most one is right, and the day that more tell weighs more. */
function mostForTellings(sorted: readonly CycleClaim[]): (claim: CycleClaim) => number {
  const times = new Map<string, number[]>();
  for (const claim of sorted) {
    const key = carriageKey(claim);
    if (key === null) continue;
    const told = times.get(key);
    if (told) told.push(claim.at);
    else times.set(key, [claim.at]);
  }
  return (claim) => {
    const key = carriageKey(claim);
    const told = key === null ? undefined : times.get(key);
    if (!told) return Infinity;
    const same = told.filter((at) => Math.abs(at - claim.at) <= SAME_MOVE_MS).length;
    if (same === told.length) return Infinity;
    return told.length - same > same ? WITHOUT_PAPERS : PAPERS_NAMED_ONCE;
  };
}

/** Which loading or discharge it is; null where it is none, or no run is told. */
function carriageKey(claim: CycleClaim): string | null {
  const { code, run, place } = claim;
  if ((code !== 'LOADED' && code !== 'DISCHARGED') || run === null || !isMove(claim)) return null;
  return `${code} ${run} ${place ?? ''}`;
}
