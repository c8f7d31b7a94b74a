import { claimKeys } from '../claim-keys.ts';
import type { EventCode } from '../event-code.ts';
import type { IdentifierKey } from '../identifier.ts';
import type { FactClaim } from '../journey/facts.ts';
import type { Milestone } from '../journey/milestone.ts';
import { deadlinesOf } from './deadlines.ts';
import type { Cargo } from './cargo.ts';
import { HOUR_MS, type Episode } from './episode.ts';
import { at, idsOf } from './moves.ts';
import { findRule, type ExceptionRules } from './rules.ts';

const ENDED: ReadonlySet<EventCode> = new Set<EventCode>([
  'TRANSIT_ARRIVED',
  'TRANSIT_CLOSED',
  'TRANSIT_CANCELLED',
]);

/** Goods under customs transit that are not there in time: because customs say so, or because the set time passes. */
export function transitsOverdue(cargo: Cargo, rules: ExceptionRules): Episode[] {
  const rule = findRule(rules, 'TRANSIT_OVERDUE', null);
  if (!rule) return [];
  const actual = cargo.documents.filter((m) => m.classifier === 'ACTUAL');
  const limits = new Map(
    deadlinesOf(cargo.facts.claims, 'CUT_OFF', transitOf).map((limit) => [transitOf(limit.claim), limit]),
  );
  const overdue = new Map<IdentifierKey, Milestone>();
  for (const m of actual) {
    if (m.code === 'TRANSIT_OVERDUE' && m.document && !overdue.has(m.document)) overdue.set(m.document, m);
  }
  const papers = [...new Set([...limits.keys(), ...overdue.keys()])].filter((paper) => paper !== null);
  return papers.sort().flatMap((paper): Episode[] => {
    const limit = limits.get(paper) ?? null;
    const told = overdue.get(paper) ?? null;
    const ends = actual.filter((m) => m.document === paper && ENDED.has(m.code));
    const inTime = limit !== null && ends.some((end) => at(end) <= limit.endsAt);
    const passed = limit && !inTime ? limit.endsAt + rule.hours * HOUR_MS : Infinity;
    const opensAt = Math.min(passed, told ? at(told) : Infinity);
    if (opensAt === Infinity) return [];
    const ended = ends.find((end) => at(end) >= (told ? Math.min(at(told), opensAt) : 0)) ?? null;
    const evidence = [...(limit ? [limit.claim.id] : []), ...idsOf(told)];
    return [
      {
        rule,
        of: null,
        opensAt,
        worsensAt: rule.worseHours === null ? null : opensAt + rule.worseHours * HOUR_MS,
        closesAt: ended && at(ended),
        subject: {
          containers: [],
          place: told?.place ?? limit?.claim.event.place ?? null,
          run: null,
          document: paper,
        },
        evidence,
        closing: idsOf(ended),
        figures: limit ? { until: new Date(limit.endsAt).toISOString() } : {},
      },
    ];
  });
}

/** The transit paper whose term a claim tells: 转关 or a movement under an MRN. */
function transitOf(claim: FactClaim): IdentifierKey | null {
  const { documents } = claimKeys(claim.event);
  return documents.find((key) => key.startsWith('TRANSIT:') || key.startsWith('MRN:')) ?? null;
}
