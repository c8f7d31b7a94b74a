import type { JourneyRules } from '../domain/journey/journey-rules.ts';
import { getEtaPolicy } from './eta-policy.ts';
import { loadExceptionRules, type RuleAsker } from './exception-rules.ts';
import { getHolds } from './holds.ts';
import { getCalendars } from './holidays.ts';
import { getMatchingRules } from './matching-rules.ts';
import { getReleaseLeaves } from './release-leaves.ts';
import { getTariffs } from './tariffs.ts';

const loaded = new Map<string, JourneyRules>();

/**
 * All rules that journeys are judged by, with what the data folder sets differently for everybody and for who asks (null:
 * nobody in particular); read at the first call and kept.
 */
export function getJourneyRules(asker: RuleAsker | null = null): JourneyRules {
  const key = asker === null ? '' : [asker.organisation, ...asker.roles].join('|');
  const known = loaded.get(key);
  if (known) return known;
  const rules = {
    holds: getHolds(),
    exceptions: loadExceptionRules(undefined, asker),
    release: getReleaseLeaves(),
    matching: getMatchingRules(),
    eta: getEtaPolicy(),
    freeTime: { tariffs: getTariffs(), calendars: getCalendars() },
  };
  loaded.set(key, rules);
  return rules;
}
