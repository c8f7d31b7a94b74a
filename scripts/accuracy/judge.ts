import type { KnownCycle } from '../../graph-schema/src/domain/known/cut-boxes.ts';
import type { Mark } from './mark.ts';
import type { Told, World } from './tellings.ts';
import type { Use } from './truth.ts';

export interface Verdicts {
  right: number;
  wrong: number;
  parked: number;
  undecidable: number;
  plausible: number;
  total: number;
  /** True uses of boxes. */
  cycles: number;
}

/** A message that was judged wrong or parked, for whoever looks into it. */
export interface Case {
  readonly verdict: keyof Verdicts;
  readonly told: Told;
  readonly mark: Mark;
}

export const NO_VERDICTS: Verdicts = {
  right: 0,
  wrong: 0,
  parked: 0,
  undecidable: 0,
  plausible: 0,
  total: 0,
  cycles: 0,
};

/** Holds what the engine made of the messages against the truth. */
export function judge(
  { lives, told }: World,
  marks: ReadonlyMap<string, Mark>,
  cycles: readonly KnownCycle[],
): Case[] {
  const byId = new Map(told.map((message) => [message.id, message]));
  const owners = ownersOf(cycles, byId, usesByPaper(lives));
  const holder = new Map<string, Use | null>();
  for (const cycle of cycles) for (const id of cycle.holds) holder.set(id, owners.get(cycle) ?? null);
  return told.map((message) => {
    const mark = marks.get(message.id) ?? 'TRUE';
    return { verdict: verdictOn(message, mark, holder), told: message, mark };
  });
}

function verdictOn(message: Told, mark: Mark, holder: ReadonlyMap<string, Use | null>): keyof Verdicts {
  if (mark === 'PLAUSIBLE') return 'plausible';
  const held = holder.get(message.id);
  const isHome = held !== undefined && held === message.use && message.wrong !== 'BOX';
  // A message that others speak against is parked, or put right by what it names.
  if (mark === 'CONTRADICTED') return held === undefined || isHome ? 'right' : 'wrong';
  if (mark === 'UNDECIDABLE') return 'undecidable';
  if (held !== undefined && !isHome) return 'wrong';
  return isHome ? 'right' : 'parked';
}

/** The true use that each cut use stands for: by the papers that it names, else by most of what it holds. */
function ownersOf(
  cycles: readonly KnownCycle[],
  byId: ReadonlyMap<string, Told>,
  uses: ReadonlyMap<string, Use>,
): Map<KnownCycle, Use> {
  const claims = cycles.map((cycle) => {
    const weights = new Map<Use, number>();
    const add = (use: Use | undefined, weight: number) =>
      use && weights.set(use, (weights.get(use) ?? 0) + weight);
    const box = cycle.container.slice('CONTAINER:'.length);
    for (const paper of cycle.documents) add(uses.get(`${box} ${paper}`), 1000);
    for (const id of cycle.holds) {
      const message = byId.get(id);
      if (message && message.wrong === null) add(message.use, 1);
    }
    const [best] = [...weights].sort((a, b) => b[1] - a[1] || a[0].id - b[0].id);
    return { cycle, use: best?.[0], weight: best?.[1] ?? 0 };
  });
  // Of two pieces of one use only the greater is it.
  const owners = new Map<KnownCycle, Use>();
  const taken = new Set<Use>();
  for (const { cycle, use } of claims.sort((a, b) => b.weight - a.weight)) {
    if (!use || taken.has(use)) continue;
    taken.add(use);
    owners.set(cycle, use);
  }
  return owners;
}

function usesByPaper(lives: World['lives']): Map<string, Use> {
  const uses = new Map<string, Use>();
  for (const { box, uses: ofBox } of lives) {
    for (const use of ofBox) {
      const { papers } = use;
      if (!papers) continue;
      uses.set(`${box} BOOKING:${papers.booking}`, use);
      for (const bill of [...papers.bills, papers.splitFrom ?? []].flat())
        uses.set(`${box} MASTER_BILL:${bill}`, use);
      if (papers.railNote !== null) uses.set(`${box} RAIL_NOTE:${papers.railNote}`, use);
    }
  }
  return uses;
}
