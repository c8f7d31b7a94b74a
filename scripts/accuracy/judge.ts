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
  const holder = new Map<string, Holder>();
  for (const cycle of cycles) {
    const by = { use: owners.get(cycle) ?? null, splitFrom: namelessPartOf(cycle, byId) };
    for (const id of cycle.holds) holder.set(id, by);
  }
  return told.map((message) => {
    const mark = marks.get(message.id) ?? 'TRUE';
    return { verdict: verdictOn(message, mark, holder.get(message.id)), told: message, mark };
  });
}

/** The cut use that a message is on. */
interface Holder {
  /** The true use that it stands for; null: none, or a greater piece stands for it. */
  readonly use: Use | null;
  /** It names no papers, so that it shows on nobody's journey, and what it holds is of this one true use. */
  readonly splitFrom: Use | null;
}

function verdictOn(message: Told, mark: Mark, held: Holder | undefined): keyof Verdicts {
  if (mark === 'PLAUSIBLE') return 'plausible';
  const isOfBox = message.wrong !== 'BOX';
  const isHome = held !== undefined && held.use === message.use && isOfBox;
  // A piece without papers of its own use waits for what ties it to the rest, as what is parked does.
  const waits = held === undefined || (!isHome && held.splitFrom === message.use && isOfBox);
  // A message that others speak against is parked, or put right by what it names.
  if (mark === 'CONTRADICTED') return waits || isHome ? 'right' : 'wrong';
  if (mark === 'UNDECIDABLE') return 'undecidable';
  if (isHome) return 'right';
  return waits ? 'parked' : 'wrong';
}

function namelessPartOf({ documents, holds }: KnownCycle, byId: ReadonlyMap<string, Told>): Use | null {
  if (documents.length > 0) return null;
  const held = holds.flatMap((id) => byId.get(id) ?? []).filter(({ wrong }) => wrong !== 'BOX');
  const uses = new Set(held.map(({ use }) => use));
  return uses.size === 1 ? (held[0]?.use ?? null) : null;
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
