import { blockersOf } from '../journey/blockers.ts';
import type { Milestone } from '../journey/milestone.ts';
import type { Cargo } from './cargo.ts';
import { HOUR_MS, type Episode } from './episode.ts';
import { at, idsOf } from './moves.ts';
import { findRule, type ExceptionRules } from './rules.ts';

/** Holds, inspections and duties that last: what blocks is known; here it is timed. */
export function customsStuck(cargo: Cargo, rules: ExceptionRules): Episode[] {
  return holdsOf(cargo, rules).flatMap(({ placed, lifted }): Episode[] => {
    const rule = findRule(rules, 'CUSTOMS_STUCK', placed.code);
    if (!rule) return [];
    const since = at(placed);
    return [
      {
        rule,
        of: placed.code,
        opensAt: since + rule.hours * HOUR_MS,
        worsensAt: rule.worseHours === null ? null : since + rule.worseHours * HOUR_MS,
        closesAt: lifted && at(lifted),
        subject: {
          containers: placed.containers,
          place: placed.place,
          run: null,
          document: placed.document,
        },
        evidence: idsOf(placed),
        closing: idsOf(lifted),
        figures: { since: placed.time.instant, limitHours: rule.hours },
      },
    ];
  });
}

interface Hold {
  readonly placed: Milestone;
  /** What lifted it; null while it stands. */
  readonly lifted: Milestone | null;
}

/**
 * Every hold that ever stood, found by asking step by step what blocks: so a hold begins and ends here by the very rule by
 * which the journey shows it. One that is told again while it stands began when it was told first.
 */
function holdsOf({ documents, holds }: Cargo, rules: ExceptionRules): Hold[] {
  const watched = new Set(rules.rows.map(({ of }) => of));
  const first = documents.findIndex((m) => watched.has(m.code));
  const line = first < 0 ? [] : documents.slice(first).filter((m) => m.classifier === 'ACTUAL');
  const told = new Map(line.map((m) => [m.id, m]));
  let standing = new Map<string, Milestone>();
  const lifted: Hold[] = [];
  line.forEach((step, index) => {
    const now = new Map<string, Milestone>();
    for (const { code, milestoneId } of blockersOf(line.slice(0, index + 1), holds)) {
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
