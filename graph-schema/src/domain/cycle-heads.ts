import type { Reading, ReadMove } from './cycle-readings.ts';

/**
 * Moves without papers at the head of a use whose beginning is contested. Its pick-up names no papers, and a move that
 * does was disbelieved: one told between this pick-up and the first move under the papers of the use, so that the box
 * may have gone with those first; or a pick-up for the very papers of the use, which is then not this one.
 */
export function contestedHeads(reading: Reading): ReadMove[] {
  const { moves } = reading;
  const starts = moves.flatMap((move, at) => (move.begins || at === 0 ? [at] : []));
  return starts.flatMap((start, i) => {
    const end = starts[i + 1] ?? moves.length;
    const named = moves.findIndex(({ step }, at) => at >= start && at < end && step.consignment !== null);
    const first = moves[named];
    if (!first || named === start) return [];
    const isContested = reading.disbelieved(start + 1, end).some(({ step, index }) => {
      if (step.consignment === null) return false;
      return index < first.index || (step.stage <= 1 && step.consignment === first.step.consignment);
    });
    return isContested ? moves.slice(start, named) : [];
  });
}
