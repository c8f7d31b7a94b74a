import { countryOf } from '../country-of.ts';
import { afterWorkingHours } from '../free-time/working-time.ts';
import type { Milestone } from '../journey/milestone.ts';
import type { Cargo } from './cargo.ts';
import { episodeOf } from './customs-stuck.ts';
import { HOUR_MS, type Episode } from './episode.ts';
import { holdsOf } from './holds-over-time.ts';
import { at } from './moves.ts';
import { findRule, type ExceptionRules } from './rules.ts';

/**
 * Inspections that customs or quarantine ordered 布控 and of which no result is told in the working time of that office. It
 * ends with the result, good or bad, or with the release.
 */
export function inspectionsOverdue(cargo: Cargo, rules: ExceptionRules): Episode[] {
  return holdsOf(cargo, rules, 'INSPECTION_OVERDUE').flatMap((hold): Episode[] => {
    const rule = findRule(rules, 'INSPECTION_OVERDUE', hold.placed.code);
    if (!rule) return [];
    const after = (hours: number) =>
      rule.counts === 'WORKING' ? workingAfter(cargo, hold.placed, hours) : at(hold.placed) + hours * HOUR_MS;
    return [episodeOf(hold, rule, after)];
  });
}

function workingAfter({ calendars, zoneOf }: Cargo, { place, time }: Milestone, hours: number): number {
  const zone = (place && zoneOf?.(place)) ?? time.zone;
  const country = countryOf(place);
  return afterWorkingHours(
    Date.parse(time.instant),
    hours,
    zone,
    country ? calendars?.get(country) : undefined,
  );
}
