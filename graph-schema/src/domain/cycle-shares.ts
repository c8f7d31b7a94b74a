import type { Reading, ReadMove } from './cycle-readings.ts';

/** Readings move the ends of a use by no more moves than this, and look at single moves in gaps no longer than that. */
const NEAR = 5;
const LONGEST_GAP = 10;

/** A move without papers with how much dearer a reading is that gives it to other papers. */
type Shared = readonly [move: ReadMove, dearerBy: number];

/** What lies without papers between two uses that name some; one that was disbelieved may be put in, one left out. */
interface Gap {
  readonly from: number;
  readonly to: number;
  readonly put: ReadMove | null;
  readonly left: ReadMove | null;
}

/** All ways near to the believed one to share what names no papers between the use before, the one behind and others. */
export function sharedOtherwise(reading: Reading): Shared[] {
  const shared: Shared[] = [];
  for (const [from, to] of gapsOf(reading.moves)) {
    const isShort = to - from <= LONGEST_GAP;
    const puts = isShort ? reading.disbelieved(from, to).slice(0, LONGEST_GAP) : [];
    const lefts = isShort ? reading.moves.slice(from, to) : [];
    for (const put of [null, ...puts])
      for (const left of [null, ...lefts]) shared.push(...sharesOf(reading, { from, to, put, left }));
  }
  return shared;
}

/** Stretches of moves without papers between moves on different papers, or at an end. */
function gapsOf(moves: readonly ReadMove[]): [number, number][] {
  const gaps: [number, number][] = [];
  let from = 0;
  for (let at = 0; at <= moves.length; at += 1) {
    const move = moves[at];
    if (move && move.step.consignment === null) continue;
    const before = moves[from - 1]?.step.consignment ?? null;
    if (at > from && (before === null || before !== move?.step.consignment)) gaps.push([from, at]);
    from = at + 1;
  }
  return gaps;
}

function sharesOf(reading: Reading, { from, to, put, left }: Gap): Shared[] {
  const last = reading.moves[to];
  const before = reading.moves[from - 1]?.step.consignment ?? null;
  const gap = reading.moves.slice(from, to);
  const believed = papersOf(last ? [...gap, last] : gap, before);
  const papersNow = new Map(gap.map((move, i) => [move, believed[i] ?? null]));
  const inside = (put ? [...gap, put] : gap)
    .filter((move) => move !== left)
    .sort((a, b) => a.index - b.index);
  const moves = last ? [...inside, last] : inside;
  const shared: Shared[] = [];
  for (const [ends, begins] of endsNear(moves, from === 0, last !== undefined, inside.length)) {
    for (const keeps of [true, false]) {
      const instead = moves.map((move, i) => ({
        ...move,
        begins: i === ends || i === begins || (keeps && move.begins && i > ends && i < begins),
      }));
      const papers = papersOf(instead, before);
      const changed = inside.filter((move, i) => move !== put && papers[i] !== papersNow.get(move));
      if (changed.length === 0) continue;
      const margin = reading.dearerWith(instead, from, last ? to + 1 : to);
      for (const move of changed) shared.push([move, margin]);
    }
  }
  return shared;
}

/** Where the use before may end and the one behind begin, near to where they do. */
function endsNear(
  moves: readonly ReadMove[],
  isStart: boolean,
  hasLast: boolean,
  size: number,
): [ends: number, begins: number][] {
  const first = moves.findIndex(({ begins }) => begins);
  const behind = moves.findLastIndex(({ begins }) => begins);
  const [end, begin] = [first < 0 ? size : first, behind < 0 ? size : behind];
  const found: [number, number][] = [];
  const highest = isStart ? 0 : Math.min(size, end + NEAR);
  for (let a = isStart ? 0 : Math.max(0, end - NEAR); a <= highest; a += 1) {
    if (!hasLast) found.push([a, size]);
    else
      for (let b = Math.max(a, begin - NEAR); b <= Math.min(size, begin + NEAR); b += 1) found.push([a, b]);
  }
  return found;
}

/** The papers of the use that each move is of; null: none are named on it. */
function papersOf(moves: readonly ReadMove[], before: string | null): (string | null)[] {
  const papers: (string | null)[] = [];
  let start = 0;
  let current = before;
  moves.forEach(({ step, begins }, at) => {
    if (begins) [current, start] = [null, at];
    if (current === null && step.consignment !== null) {
      current = step.consignment;
      papers.fill(current, start);
    }
    papers.push(current);
  });
  return papers;
}
