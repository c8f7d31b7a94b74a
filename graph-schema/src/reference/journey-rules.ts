import type { JourneyRules } from '../domain/journey/journey-rules.ts';
import { getEtaPolicy } from './eta-policy.ts';
import { loadExceptionRules } from './exception-rules.ts';
import { getHolds } from './holds.ts';
import { getCalendars } from './holidays.ts';
import { getMatchingRules } from './matching-rules.ts';
import { getReleaseLeaves } from './release-leaves.ts';
import { getTariffs } from './tariffs.ts';

let loaded: JourneyRules | null = null;

/** All rules that journeys are judged by, with what the data folder sets differently; read at the first call and kept. */
export function getJourneyRules(): JourneyRules {
  loaded ??= {
    holds: getHolds(),
    exceptions: loadExceptionRules(),
    release: getReleaseLeaves(),
    matching: getMatchingRules(),
    eta: getEtaPolicy(),
    freeTime: { tariffs: getTariffs(), calendars: getCalendars() },
  };
  return loaded;
}
