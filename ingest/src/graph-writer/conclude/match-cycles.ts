import { createHash } from 'node:crypto';
import type { CutCycle } from 'graph-schema/domain/cycle-cut';
import type { IdentifierKey } from 'graph-schema/domain/identifier';

/** A cycle as it stands in the graph. */
export interface StoredCycle {
  readonly id: string;
  readonly from: number | null;
  readonly to: number | null;
  readonly documents: readonly IdentifierKey[];
  /** Distinct sets of documents named in one claim, `A|B`. */
  readonly sets: readonly string[];
  readonly aboard: string;
  /** Ids of its claims. */
  readonly holds: readonly string[];
}

export interface MatchedCycles {
  readonly kept: readonly { id: string; cycle: CutCycle; stored: StoredCycle | null }[];
  readonly gone: readonly StoredCycle[];
}

/**
 * Public ids survive a new cut: a cut cycle takes over the id of the stored one it shares most claims with (documents
 * break ties), each id once. What matches nothing gets an id made from what it begins with.
 */
export function matchCycles(
  container: string,
  cut: readonly CutCycle[],
  stored: readonly StoredCycle[],
): MatchedCycles {
  const scored = cut.flatMap((cycle, index) => {
    const holds = new Set(cycle.holds);
    return stored.map((old) => ({
      index,
      old,
      score:
        old.holds.filter((id) => holds.has(id)).length * 10 +
        old.documents.filter((d) => cycle.documents.includes(d)).length,
    }));
  });
  scored.sort((a, b) => b.score - a.score || a.index - b.index || (a.old.id < b.old.id ? -1 : 1));
  const taken = new Map<number, StoredCycle>();
  const used = new Set<string>();
  for (const { index, old, score } of scored) {
    if (score === 0 || taken.has(index) || used.has(old.id)) continue;
    taken.set(index, old);
    used.add(old.id);
  }
  const ids = new Set(stored.map((old) => old.id));
  const kept = cut.map((cycle, index) => {
    const old = taken.get(index) ?? null;
    const id = old?.id ?? freshId(container, cycle, ids);
    ids.add(id);
    return { id, cycle, stored: old };
  });
  return { kept, gone: stored.filter((old) => !used.has(old.id)) };
}

function freshId(container: string, cycle: CutCycle, ids: ReadonlySet<string>): string {
  for (let salt = 0; ; salt += 1) {
    const begin = JSON.stringify([container, cycle.documents[0] ?? null, cycle.holds[0] ?? null, salt]);
    const id = `cyc_${createHash('sha256').update(begin).digest('base64url').slice(0, 16)}`;
    if (!ids.has(id)) return id;
  }
}
