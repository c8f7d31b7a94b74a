import type { Reading, ReadMove } from './cycle-readings.ts';

/**
 * Moves without papers at the head of a use whose beginning is contested. Its pick-up names no papers, and a move that
 * does was disbelieved: one told between this pick-up and the first move under the papers of the use, so that the box
 * may have gone with those first; or a pick-up for the very papers of the use, which is then not this one. So it is, too,
 * where the first under its papers is a pick-up, and anything between was disbelieved: one box is not picked up twice.
 */
export function contestedHeads(reading: Reading): ReadMove[] {
  const { moves } = reading;
  return usesOf(moves).flatMap(([start, end]) => {
    const named = moves.findIndex(({ step }, at) => at >= start && at < end && step.consignment !== null);
    const first = moves[named];
    if (!first || named === start) return [];
    const isContested = reading.disbelieved(start + 1, end).some(({ step, index }) => {
      if (step.consignment === null) return first.step.stage <= 1 && index < first.index;
      return index < first.index || (step.stage <= 1 && step.consignment === first.step.consignment);
    });
    return isContested ? moves.slice(start, named) : [];
  });
}

/**
 * All that is told of a use is its pick-up and then, once, that it came off a ship or was loaded on one; and no papers. One
 * wrong letter in the number of another box says as much.
 */
export function loneCarriages({ moves }: Reading): ReadMove[] {
  return usesOf(moves).flatMap(([start, end]) => {
    const use = moves.slice(start, end);
    const [last, before] = [use.at(-1), use.at(-2)];
    if (!last || !before || use.some(({ step }) => step.consignment !== null)) return [];
    const isCarriage = last.step.stage >= 4 && last.step.stage <= 6;
    return isCarriage && before.step.stage <= 2 ? [last] : [];
  });
}

/**
 * Off a ship, or aboard one, that nothing else tells of on this use, while the box is told to be aboard another; and without
 * papers. It may have changed ships, and as well may the message be of another box.
 */
export function strangeShips({ moves }: Reading): ReadMove[] {
  return usesOf(moves).flatMap(([start, end]) => {
    const use = moves.slice(start, end);
    let aboard: string | null = null;
    return use.filter((move) => {
      const { stage, claim, consignment } = move.step;
      const isStrange =
        (stage === 5 || stage === 6) &&
        consignment === null &&
        aboard !== null &&
        claim.run !== null &&
        claim.run !== aboard &&
        !use.some((other) => other !== move && other.step.claim.run === claim.run);
      if (stage === 4 || stage === 5) aboard = claim.run ?? aboard;
      return isStrange;
    });
  });
}

/** Where each use begins among the moves, and where the next one does. */
function usesOf(moves: readonly ReadMove[]): [start: number, end: number][] {
  const starts = moves.flatMap((move, at) => (move.begins || at === 0 ? [at] : []));
  return starts.map((start, i) => [start, starts[i + 1] ?? moves.length]);
}
