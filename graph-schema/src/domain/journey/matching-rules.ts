import { dimensionOf, type Dimension, type EventCode } from '../event-code.ts';

/** When claims of one kind tell of one happening. */
export interface MatchingRule {
  /** Claims further apart are two happenings. A date without a time is its whole day. */
  readonly withinMinutes: number;
  /** Voices of one happening that are further apart disagree. */
  readonly toleranceMinutes: number;
  /** What it happens to once, on one run at one place; null: it can happen again. */
  readonly once: 'BOX' | 'RUN' | null;
  /** How far apart claims of what happens once may be; 0 where `once` is null. */
  readonly onceMinutes: number;
}

/** By event code, else by dimension. */
export type MatchingRules = ReadonlyMap<EventCode | Dimension, MatchingRule>;

/** Where nothing is said of a kind: half a day, whatever it is. */
const UNRULED: MatchingRule = { withinMinutes: 720, toleranceMinutes: 120, once: null, onceMinutes: 0 };

export function matchingRuleOf(rules: MatchingRules, code: EventCode): MatchingRule {
  return rules.get(code) ?? rules.get(dimensionOf(code)) ?? UNRULED;
}
