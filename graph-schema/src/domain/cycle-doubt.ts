import { contestedHeads, loneCarriages, strangeShips } from './cycle-heads.ts';
import type { Link, Step } from './cycle-history.ts';
import type { Consignments } from './cycle-papers.ts';
import { Reading, type ReadMove } from './cycle-readings.ts';
import { sharedOtherwise } from './cycle-shares.ts';

/**
 * By how much the next best reading must be dearer than the believed one, on the scale of `cycle-steps.ts`: one that
 * leaves out a move without papers, or the only one that names its papers, or several of these in a row; and one that
 * gives a move without papers to other papers. What the first leaves is about two gate moves that nobody told: a move that
 * asks for more waits (`docs/decisions.md`, 122).
 */
const WITHOUT_PAPERS = 0.85;
const PAPERS_NAMED_ONCE = 1.7;
const PAPERS_NAMED_ONCE_AT_GATE = 1.1;
const PAPERS_NAMED_ONCE_UNDER_WAY = 2;
const SEVERAL = 1.75;
const OTHER_PAPERS = 1.1;

/** So many in a row are left out together. */
const MOST_TOGETHER = 4;

/** What evidence does not decide. */
export interface Doubts {
  /** Moves that name their papers alone, each with its neighbours in the history. */
  readonly against: ReadonlyMap<string, readonly string[]>;
  /** Moves without papers. */
  readonly doubtful: ReadonlySet<string>;
}

/**
 * Holds the believed history against those near to it: where one that leaves a move out, or gives it to other papers, is
 * hardly dearer, that move shows on nobody's trip until more is told.
 */
export function doubtsOf(end: Link | null, steps: readonly Step[], consignments: Consignments): Doubts {
  const reading = new Reading(end, steps, consignments);
  const { moves } = reading;
  const against = new Map<string, readonly string[]>();
  const doubtful = new Set<string>();
  const doubt = (at: number) => {
    const move = moves[at];
    if (!move) return;
    const { id } = move.step.claim;
    if (move.step.consignment === null) doubtful.add(id);
    else {
      const ids = [moves[at - 1], moves[at + 1]].flatMap((other) => other?.step.claim.id ?? []);
      if (ids.length > 0) against.set(id, ids);
    }
  };
  moves.forEach((move, at) => {
    if (!isWeak(move)) return;
    if (withoutMove(reading, at) < leastFor(move)) doubt(at);
    for (let to = at + 2; to <= at + MOST_TOGETHER && to <= moves.length; to += 1) {
      if (!moves.slice(at, to).every(isWeak)) break;
      if (without(reading, at, to, []) < SEVERAL) for (let i = at; i < to; i += 1) doubt(i);
    }
  });
  for (const [{ step }, margin] of sharedOtherwise(reading))
    if (margin < OTHER_PAPERS) doubtful.add(step.claim.id);
  const lone = [...contestedHeads(reading), ...loneCarriages(reading), ...strangeShips(reading)];
  for (const { step } of lone) doubtful.add(step.claim.id);
  // What follows a move under papers that list other boxes may be of those papers, up to the next pick-up.
  for (const { step, index } of reading.disbelieved(0, moves.length)) {
    if (!step.isUnlisted) continue;
    const next = moves.findIndex((move) => move.index > index);
    for (let at = next; at >= 0 && at < moves.length; at += 1) {
      const move = moves[at];
      if (!move || move.step.consignment !== null || move.step.stage <= 1) break;
      doubt(at);
    }
  }
  return { against, doubtful };
}

/** A voyage of which neither loading nor papers are told otherwise asks for more. */
function leastFor({ step }: ReadMove): number {
  const { code } = step.claim;
  if (step.consignment === null) return WITHOUT_PAPERS;
  if (code === 'GATED_IN' || code === 'GATED_OUT') return PAPERS_NAMED_ONCE_AT_GATE;
  return step.stage === 5 || step.stage === 6 ? PAPERS_NAMED_ONCE_UNDER_WAY : PAPERS_NAMED_ONCE;
}

/** It names no papers, or is the only one that names them. */
function isWeak({ step }: ReadMove): boolean {
  return step.consignment === null || step.namedOnce;
}

/** The move is left out, and of what was disbelieved beside it nothing, one or all is believed instead. */
function withoutMove(reading: Reading, at: number): number {
  const beside = reading.disbelieved(at, at + 1);
  let margin = without(reading, at, at + 1, []);
  for (const put of beside) margin = Math.min(margin, without(reading, at, at + 1, [put]));
  return beside.length > 1 ? Math.min(margin, without(reading, at, at + 1, beside)) : margin;
}

/** The cheapest way to go on without the moves, whether or not a use begins with those that are put in, or behind them. */
function without(reading: Reading, from: number, to: number, put: readonly ReadMove[]): number {
  const next = reading.moves[to];
  const all = next ? [...put, next] : put;
  const free = Math.min(all.length, 3);
  let margin = Infinity;
  for (let bits = 0; bits < 1 << free; bits += 1) {
    const instead = all.map((move, i) => (i < free ? { ...move, begins: (bits & (1 << i)) !== 0 } : move));
    margin = Math.min(margin, reading.dearerWith(instead, from, next ? to + 1 : to));
  }
  return margin;
}
