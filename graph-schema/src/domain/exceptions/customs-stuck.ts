import type { Cargo } from './cargo.ts';
import { HOUR_MS, type Episode } from './episode.ts';
import { holdsOf, type Hold } from './holds-over-time.ts';
import { at, idsOf } from './moves.ts';
import { findRule, type ExceptionRule, type ExceptionRules } from './rules.ts';

/** Holds and duties that last: what blocks is known; here it is timed. */
export function customsStuck(cargo: Cargo, rules: ExceptionRules): Episode[] {
  return holdsOf(cargo, rules, 'CUSTOMS_STUCK').flatMap((hold): Episode[] => {
    const rule = findRule(rules, 'CUSTOMS_STUCK', hold.placed.code);
    if (!rule) return [];
    const since = at(hold.placed);
    return [episodeOf(hold, rule, (hours) => since + hours * HOUR_MS)];
  });
}

/** `after`: when so many hours of it have passed. */
export function episodeOf(
  { placed, lifted }: Hold,
  rule: ExceptionRule,
  after: (hours: number) => number,
): Episode {
  return {
    rule,
    of: placed.code,
    opensAt: after(rule.hours),
    worsensAt: rule.worseHours === null ? null : after(rule.worseHours),
    closesAt: lifted && at(lifted),
    subject: { containers: placed.containers, place: placed.place, run: null, document: placed.document },
    evidence: idsOf(placed),
    closing: idsOf(lifted),
    figures: { since: placed.time.instant, limitHours: rule.hours },
  };
}
