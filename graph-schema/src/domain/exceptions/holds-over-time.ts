import { blockersOf } from '../journey/blockers.ts';
import type { Milestone } from '../journey/milestone.ts';
import type { Cargo } from './cargo.ts';
import type { ExceptionKind } from './exception.ts';
import type { ExceptionRules } from './rules.ts';

export interface Hold {
  readonly placed: Milestone;
  /** What lifted it; null while it stands. */
  readonly lifted: Milestone | null;
}

/**
 * Every hold that ever stood of those that a kind of exception watches, found by asking step by step what blocks: so a hold
 * begins and ends here by the very rule by which the journey shows it. One that is told again while it stands began when it
 * was told first.
 */
export function holdsOf({ documents, holds }: Cargo, rules: ExceptionRules, kind: ExceptionKind): Hold[] {
  const watched = new Set<string | null>(rules.rows.filter((row) => row.kind === kind).map(({ of }) => of));
  const first = documents.findIndex((m) => watched.has(m.code));
  if (first < 0) return [];
  const line = documents.slice(first).filter((m) => m.classifier === 'ACTUAL');
  const watchedHolds = holds.filter(({ placed }) => watched.has(placed));
  const told = new Map(line.map((m) => [m.id, m]));
  let standing = new Map<string, Milestone>();
  const lifted: Hold[] = [];
  line.forEach((step, index) => {
    const now = new Map<string, Milestone>();
    for (const { code, milestoneId } of blockersOf(line.slice(0, index + 1), watchedHolds)) {
      const placed = milestoneId === null ? undefined : told.get(milestoneId);
      if (!placed) continue;
      const key = [code, placed.document, ...placed.containers].join('|');
      now.set(key, standing.get(key) ?? placed);
    }
    for (const [key, placed] of standing) if (!now.has(key)) lifted.push({ placed, lifted: step });
    standing = now;
  });
  return [...lifted, ...[...standing.values()].map((placed) => ({ placed, lifted: null }))];
}
