import type { CycleClaim } from './cycle-claim.ts';
import { goingOn, type Standing } from './cycle-steps.ts';

/** A move with what the search asks of it again and again. */
export interface Step {
  readonly claim: CycleClaim;
  readonly stage: number;
  readonly consignment: string | null;
  /** It is the only claim about the box that names the papers of its consignment. */
  readonly namedOnce: boolean;
  /** It is, and those papers list other boxes. */
  readonly isUnlisted: boolean;
  /** What it takes to disbelieve it, and all before it. */
  readonly weight: number;
  readonly weightBefore: number;
}

/** A believed move as the end of the cheapest history that leads to it. */
export interface Link extends Standing {
  readonly step: Step;
  readonly index: number;
  readonly cost: number;
  readonly from: Link | null;
  /** Consignment of this use of the box, as far as named up to here. */
  readonly consignment: string | null;
  /** Consignments of the uses before; one that ended does not come back. */
  readonly ended: readonly string[];
  /** Which use of the box it is, counted within the history. */
  readonly use: number;
  /** The use before it ended with an empty return, or there was none. */
  readonly beganClear: boolean;
}

/** The believable history of a box. */
export interface BelievedHistory {
  /** Moves that contradict it, each with the ids of the moves around it that speak against it. */
  readonly against: ReadonlyMap<string, readonly string[]>;
  /** Which use of the box a believed move belongs to, by claim id. */
  readonly useOf: ReadonlyMap<string, number>;
  /** Stuffings that begin a use, as the box had been stripped or delivered and went to no depot: a street turn. */
  readonly restuffed: ReadonlySet<string>;
  /** Moves without papers that may as well be of the use before, whose return nobody told. */
  readonly doubtful: ReadonlySet<string>;
}

/** A step that is dearer than this leaves more than one move untold. */
const WIDE_STEP = 0.5;

/** Reads the cheapest history backwards from its last believed move; what it left out contradicts it. */
export function historyOf(end: Link | null, steps: readonly Step[]): BelievedHistory {
  const against = new Map<string, readonly string[]>();
  const useOf = new Map<string, number>();
  const restuffed = new Set<string>();
  const doubtful = new Set<string>();
  let next = steps.length;
  let use: Link[] = [];
  let isContested = false;
  let later: Link | null = null;
  const gap = new DoubtfulGap(doubtful);
  for (let link = end; ; link = link.from) {
    let isGapContested = false;
    for (let i = next - 1; i > (link?.index ?? -1); i -= 1) {
      const step = steps[i];
      if (!step) continue;
      against.set(step.claim.id, idsOf(link, later));
      isGapContested ||= step.consignment !== null;
      gap.disbelieve(step);
    }
    gap.believe(link);
    isContested ||= isGapContested;
    if (later && link?.use !== later.use) {
      doubt(use, { isLast: use[0] === end, isContested }, doubtful);
      use = [];
      isContested = isGapContested;
      if (link && later.step.claim.code === 'STUFFED') restuffed.add(later.step.claim.id);
    }
    if (!link) return { against, useOf, restuffed, doubtful };
    useOf.set(link.step.claim.id, link.use);
    use.push(link);
    next = link.index;
    later = link;
  }
}

/**
 * Between the papers of one use and those of the next, a pick-up or return that is disbelieved takes the boundary with it:
 * what is told there without papers may be of either.
 */
class DoubtfulGap {
  readonly #doubtful: Set<string>;
  #moves: string[] = [];
  #isContested = false;
  #behind: number | null = null;

  constructor(doubtful: Set<string>) {
    this.#doubtful = doubtful;
  }

  disbelieve({ stage }: Step): void {
    this.#isContested ||= stage <= 1 || stage === 9;
  }

  /** The next believed move further back; null: there is none. */
  believe(link: Link | null): void {
    if (link && link.step.consignment === null) {
      this.#moves.push(link.step.claim.id);
      return;
    }
    if (this.#isContested && (link === null || link.use !== this.#behind))
      for (const id of this.#moves) this.#doubtful.add(id);
    this.#moves = [];
    this.#isContested = false;
    this.#behind = link?.use ?? null;
  }
}

function idsOf(before: Link | null, behind: Link | null): string[] {
  return [before, behind].flatMap((link) => link?.step.claim.id ?? []);
}

/** What lies around one use of the box. */
interface Around {
  /** No other use is told behind it. */
  readonly isLast: boolean;
  /** A claim that names papers was disbelieved in favour of it. */
  readonly isContested: boolean;
}

/**
 * Adds the moves without papers that may as well be of another use. All of them, where one claim is the only one that
 * names the papers of this use, and no empty return lies before and behind, or another claim with papers was disbelieved
 * in its favour. Else, where no empty return lies before, those that leave the terminal behind a gap of more than one
 * move or behind a single claim with papers.
 *
 * @param use the moves of one use, the last one first.
 */
function doubt(use: readonly Link[], { isLast, isContested }: Around, doubtful: Set<string>): void {
  const papers = use.filter((link) => link.step.consignment !== null);
  const isAlone = papers.length === 1 && papers[0]?.step.namedOnce;
  const beganClear = use[0]?.beganClear ?? true;
  const endedClear = isLast || use[0]?.stage === 9;
  if (isAlone && (isContested || !beganClear || !endedClear)) {
    for (const { step } of use) if (step.consignment === null) doubtful.add(step.claim.id);
  }
  if (beganClear) return;
  let inDoubt = false;
  for (let i = use.length - 2; i >= 0; i -= 1) {
    const [link, from] = [use[i], use[i + 1]];
    if (!link || !from) continue;
    const { claim, stage, consignment } = link.step;
    const isWide = papers.length === 1 || goingOn(from, claim, stage) > WIDE_STEP;
    inDoubt = consignment === null && (inDoubt || (stage >= 7 && isWide));
    if (inDoubt) doubtful.add(claim.id);
  }
}
