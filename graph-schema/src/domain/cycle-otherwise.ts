import type { Link, Step } from './cycle-history.ts';
import type { Consignments } from './cycle-papers.ts';
import { costAtEnd, searchWith, type Found } from './cycle-search.ts';

/** By how much a history that believes another move must be dearer, so that its way of sharing may not be the right one. */
const DEARER = 1.75;
/** What is so much dearer up to that move is not made good by what follows. */
const FAR_DEARER = 4.5;

/**
 * Moves without papers that are of other papers, or disbelieved, in a history that believes something which the cheapest
 * one does not, and is hardly dearer: what speaks against each other takes what lies around it along.
 *
 * @param end the last move of the cheapest history, and `found` what led to it.
 */
export function seenOtherwise(
  end: Link | null,
  found: readonly Found[],
  steps: readonly Step[],
  consignments: Consignments,
): string[] {
  const papers = papersOf(end);
  const doubtful: string[] = [];
  const cost = costAtEnd(end, steps);
  let next = steps.length;
  for (let link = end; next > 0; link = link?.from ?? null) {
    const before = link ? link.cost - link.step.weightBefore - link.step.weight : 0;
    for (let disbelieved = (link?.index ?? -1) + 1; disbelieved < next; disbelieved += 1) {
      const other = searchWith(disbelieved, before + FAR_DEARER, found, steps, consignments);
      if (costAtEnd(other, steps) - cost >= DEARER) continue;
      const otherwise = papersOf(other);
      for (const [index, root] of papers) {
        const step = steps[index];
        if (step?.consignment === null && otherwise.get(index) !== root) doubtful.push(step.claim.id);
      }
    }
    next = link?.index ?? 0;
  }
  return doubtful;
}

/** The papers of the use that each believed move is of, by index of the move; null: nothing names any. */
function papersOf(end: Link | null): Map<number, string | null> {
  const papers = new Map<number, string | null>();
  let use: number | null = null;
  let root: string | null = null;
  for (let link = end; link; link = link.from) {
    if (link.use !== use) [use, root] = [link.use, link.consignment];
    papers.set(link.index, root);
  }
  return papers;
}
