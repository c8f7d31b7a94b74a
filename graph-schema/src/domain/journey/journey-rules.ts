import { LAST_TOLD, type EtaPolicy } from '../eta/policy.ts';
import { NOTHING_WATCHED, type ExceptionRules } from '../exceptions/rules.ts';
import { TOLD_ONLY, type FreeTimeTerms } from '../free-time/terms.ts';
import type { ReleaseLeaves } from '../release/release-leaves.ts';
import type { HoldRule } from './blockers.ts';
import type { MatchingRules } from './matching-rules.ts';

/** Rules that stand in one file. */
export const RULE_SETS = [
  'EXCEPTIONS',
  'HOLDS',
  'RELEASE',
  'MATCHING',
  'ETA',
  'TARIFFS',
  'HOLIDAYS',
] as const;
export type RuleSet = (typeof RULE_SETS)[number];

/** Which rules of a file were in force. */
export interface RuleEdition {
  readonly set: RuleSet;
  /** As the file names itself. */
  readonly version: string;
  /** Epoch milliseconds since when they are as they were applied; null: no row of the file has begun or ended by then. */
  readonly since: number | null;
  /** Whether the operator, or the organisation that asks, has set some of them differently. */
  readonly isChanged: boolean;
}

/** What a journey is judged by, as data: what stops a cargo, what is an exception, what it needs to leave a place. */
export interface JourneyRules {
  /** Worst first. */
  readonly holds: readonly HoldRule[];
  readonly exceptions: ExceptionRules;
  readonly release: ReleaseLeaves;
  /** When claims tell of one happening. */
  readonly matching: MatchingRules;
  /** When a told ETA takes the place of the one before. */
  readonly eta: EtaPolicy;
  /** What free time is counted by, and what a day costs. */
  readonly freeTime: Pick<FreeTimeTerms, 'tariffs' | 'calendars'>;
  /** Which these are. */
  readonly editions: readonly RuleEdition[];
  /** Epoch milliseconds of the first instant at which others are in force; null: none are known. */
  readonly changesAt: number | null;
}

/** For whoever only asks where the cargo is: nothing stops it, nothing is watched, nothing is asked for. */
export const NOTHING_JUDGED: JourneyRules = {
  holds: [],
  exceptions: NOTHING_WATCHED,
  release: { unions: new Map(), rules: [] },
  matching: new Map(),
  eta: LAST_TOLD,
  freeTime: TOLD_ONLY,
  editions: [],
  changesAt: null,
};
