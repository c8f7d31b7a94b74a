import type { Link, Step } from './cycle-history.ts';
import type { Consignments } from './cycle-papers.ts';
import { beginning, goingOn, stageAfter } from './cycle-steps.ts';
import type { LoadState } from './tracking-event.ts';

/** What it takes to begin a use with the one claim that puts the box on papers that list others. */
const UNLISTED_BEGINS = 0.5;
/** Papers of one cargo that nothing has tied together yet. */
const UNTIED = 0.3;

/** What it costs that the move goes on with the use that the link ends in; `Infinity` where its papers are of another. */
export function costOfGoingOn(from: Link, { claim, stage, consignment }: Step): number {
  const isSame = consignment === null || from.consignment === consignment;
  const canGoOn = isSame || (from.consignment === null && !from.ended.includes(consignment));
  return canGoOn ? goingOn(from, claim, stage) : Infinity;
}

/** What it costs that the move begins a use behind the link; `Infinity` where its papers were those of an earlier one. */
export function costOfBeginning(from: Link | null, step: Step, consignments: Consignments): number {
  const { claim, stage, consignment, isUnlisted } = step;
  const unlisted = isUnlisted ? UNLISTED_BEGINS : 0;
  if (!from) return unlisted;
  if (consignment !== null && (from.consignment === consignment || from.ended.includes(consignment)))
    return Infinity;
  const begins = beginning(from, claim, stage) + unlisted;
  // A booking and a bill, or a rail note and a bill, may turn out to be of one cargo when a paper ties them together.
  const mayBeOne =
    consignment !== null &&
    from.consignment !== null &&
    !consignments.areDifferent(from.consignment, consignment);
  return mayBeOne ? Math.min(begins, goingOn(from, claim, stage) + UNTIED) : begins;
}

/** The history goes on with the move. */
export function goingOnLink(step: Step, index: number, from: Link, cost: number): Link {
  return {
    step,
    index,
    cost,
    from,
    stage: stageAfter(from, step.claim, step.stage),
    at: step.claim.at,
    pickedUp: step.stage === 1 ? (from.pickedUp ?? step.claim.at) : from.pickedUp,
    afloat: step.stage === 4 || (step.stage !== 6 && from.afloat),
    run: runAfter(from, step),
    loadedOn: step.stage === 4 ? step.claim.run : from.loadedOn,
    place: step.claim.place ?? from.place,
    point: step.claim.place === null ? from.point : step.claim.point,
    carried: carriedAfter(step) ?? from.carried,
    delivered: step.claim.code === 'DELIVERED',
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

function carriedAfter({ stage, claim }: Step): LoadState | null {
  return stage >= 4 && stage <= 6 ? claim.loadState : null;
}

const NONE: readonly string[] = [];

/** The history begins a use of the box with the move. */
export function beginningLink(step: Step, index: number, from: Link | null, cost: number): Link {
  const ended = from?.ended ?? NONE;
  return {
    step,
    index,
    cost,
    from,
    stage: step.stage,
    at: step.claim.at,
    pickedUp: step.stage === 1 ? step.claim.at : null,
    afloat: step.stage === 4,
    run: step.stage === 4 ? step.claim.run : null,
    loadedOn: step.stage === 4 ? step.claim.run : null,
    place: step.claim.place ?? from?.place ?? null,
    point: step.claim.place === null ? (from?.point ?? null) : step.claim.point,
    carried: carriedAfter(step),
    delivered: step.claim.code === 'DELIVERED',
    consignment: step.consignment,
    ended: from && from.consignment !== null ? [...ended, from.consignment] : ended,
    use: from ? from.use + 1 : 0,
    beganClear: from === null || from.stage === 9,
  };
}
