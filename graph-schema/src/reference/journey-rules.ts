import type { JourneyRules, RuleEdition, RuleSet } from '../domain/journey/journey-rules.ts';
import { ETA_POLICY } from './eta-policy.ts';
import { loadExceptionRules, type OwnExceptionRules, type RuleAsker } from './exception-rule-changes.ts';
import { EXCEPTION_RULES } from './exception-rules.ts';
import { HOLDS } from './holds.ts';
import { HOLIDAYS } from './holidays.ts';
import { MATCHING } from './matching-rules.ts';
import { RELEASE_LEAVES } from './release-leaves.ts';
import { getTariffFile } from './tariffs.ts';

/** Rules of all times for one who asks, and what was in force in each stretch that was asked for. */
interface Timeline {
  readonly exceptions: OwnExceptionRules;
  readonly turns: readonly number[];
  readonly stretches: Map<number, JourneyRules>;
}

const timelines = new Map<string, Timeline>();

/**
 * The rules that journeys are judged by, as they are in force at an instant (epoch milliseconds), with what the data folder
 * sets differently for everybody and for who asks (null: nobody in particular). Files are read at the first call and kept.
 */
export function getJourneyRules(at: number, asker: RuleAsker | null = null): JourneyRules {
  const key = asker === null ? '' : [asker.organisation, ...asker.roles].join('|');
  const timeline = timelines.get(key) ?? timelineOf(asker);
  timelines.set(key, timeline);
  const stretch = timeline.turns.filter((turn) => turn <= at).length;
  const rules = timeline.stretches.get(stretch) ?? rulesAt(timeline, at);
  timeline.stretches.set(stretch, rules);
  return rules;
}

function timelineOf(asker: RuleAsker | null): Timeline {
  const exceptions = loadExceptionRules(undefined, asker);
  const files = [HOLDS, RELEASE_LEAVES, MATCHING, ETA_POLICY, HOLIDAYS].map((file) => file.turns());
  const turns = [...new Set([...files, exceptions.turns, tariffTurns()].flat())].sort((a, b) => a - b);
  return { exceptions, turns, stretches: new Map() };
}

function rulesAt({ exceptions, turns }: Timeline, at: number): JourneyRules {
  const edition = (
    set: RuleSet,
    version: string,
    itsTurns: readonly number[],
    isChanged = false,
  ): RuleEdition => ({
    set,
    version,
    since: itsTurns.findLast((turn) => turn <= at) ?? null,
    isChanged,
  });
  const { tariffs, version, isChanged } = getTariffFile();
  return {
    holds: HOLDS.at(at),
    exceptions: exceptions.at(at),
    release: RELEASE_LEAVES.at(at),
    matching: MATCHING.at(at),
    eta: ETA_POLICY.at(at),
    freeTime: { tariffs, calendars: HOLIDAYS.at(at) },
    editions: [
      edition('EXCEPTIONS', EXCEPTION_RULES.version(), exceptions.turns, exceptions.isChanged(at)),
      edition('HOLDS', HOLDS.version(), HOLDS.turns()),
      edition('RELEASE', RELEASE_LEAVES.version(), RELEASE_LEAVES.turns()),
      edition('MATCHING', MATCHING.version(), MATCHING.turns()),
      edition('ETA', ETA_POLICY.version(), ETA_POLICY.turns()),
      edition('TARIFFS', version, tariffTurns(), isChanged),
      edition('HOLIDAYS', HOLIDAYS.version(), HOLIDAYS.turns(), HOLIDAYS.isChanged()),
    ],
    changesAt: turns.find((turn) => turn > at) ?? null,
  };
}

/** A tariff is for the free time that begins within its days there, so that these tell only which are the newest. */
function tariffTurns(): number[] {
  const days = getTariffFile().tariffs.flatMap(({ validFrom, validTo }) =>
    [validFrom ?? [], validTo ?? []].flat(),
  );
  return [...new Set(days.map((day) => Date.parse(day)))].sort((a, b) => a - b);
}
