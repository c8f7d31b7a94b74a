import type { Link, Step } from './cycle-history.ts';
import { beginningLink, costOfBeginning, costOfGoingOn, goingOnLink } from './cycle-links.ts';
import type { Consignments } from './cycle-papers.ts';

/** A move of a history, and whether a use of the box begins with it. */
export interface ReadMove {
  readonly step: Step;
  readonly index: number;
  readonly begins: boolean;
}

/** The believed history of a box, to be held against others that differ from it in a stretch. */
export class Reading {
  readonly moves: readonly ReadMove[];
  readonly #path: readonly Link[];
  readonly #steps: readonly Step[];
  readonly #consignments: Consignments;

  constructor(end: Link | null, steps: readonly Step[], consignments: Consignments) {
    const path: Link[] = [];
    for (let link = end; link; link = link.from) path.push(link);
    this.#path = path.reverse();
    this.#steps = steps;
    this.#consignments = consignments;
    this.moves = path.map(({ step, index, use }, at) => ({ step, index, begins: use !== path[at - 1]?.use }));
  }

  /** How much dearer it becomes with these in place of the moves from `first` up to before `last`. */
  dearerWith(instead: readonly ReadMove[], first: number, last: number): number {
    let link: Link | null = this.#path[first - 1] ?? null;
    for (const move of instead) {
      link = this.#extended(link, move);
      if (!link) return Infinity;
    }
    for (let at = last; at < this.moves.length; at += 1) {
      const [move, was] = [this.moves[at], this.#path[at]];
      if (!move || !was) break;
      link = this.#extended(link, move);
      if (!link) return Infinity;
      if (standsAs(link, was)) return link.cost - was.cost;
    }
    return beyondDisbelief(link) - beyondDisbelief(this.#path.at(-1) ?? null);
  }

  /** What was disbelieved between two moves of the history. */
  disbelieved(first: number, last: number): ReadMove[] {
    const found: ReadMove[] = [];
    const believed = new Set(this.moves.slice(Math.max(0, first), last).map(({ index }) => index));
    const end = this.moves[last]?.index ?? this.#steps.length;
    for (let index = (this.moves[first - 1]?.index ?? -1) + 1; index < end; index += 1) {
      const step = this.#steps[index];
      if (step && !believed.has(index)) found.push({ step, index, begins: false });
    }
    return found;
  }

  #extended(from: Link | null, { step, index, begins }: ReadMove): Link | null {
    if (!from) {
      const cost = step.weightBefore + costOfBeginning(null, step, this.#consignments);
      return beginningLink(step, index, null, cost);
    }
    const before = from.cost + step.weightBefore - from.step.weightBefore - from.step.weight;
    const cost = begins ? costOfBeginning(from, step, this.#consignments) : costOfGoingOn(from, step);
    if (cost === Infinity) return null;
    return (begins ? beginningLink : goingOnLink)(step, index, from, before + cost);
  }
}

/** From here on both histories cost the same. */
function standsAs(a: Link, b: Link): boolean {
  return (
    a.stage === b.stage &&
    a.pickedUp === b.pickedUp &&
    a.afloat === b.afloat &&
    a.run === b.run &&
    a.loadedOn === b.loadedOn &&
    a.place === b.place &&
    a.carried === b.carried &&
    a.delivered === b.delivered &&
    a.consignment === b.consignment
  );
}

function beyondDisbelief(link: Link | null): number {
  return link ? link.cost - link.step.weightBefore - link.step.weight : 0;
}
