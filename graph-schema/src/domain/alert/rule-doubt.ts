import { EVENT_CODES } from '../event-code.ts';
import type { FeedFilter } from '../feed/feed-filter.ts';

/**
 * Why a rule waits for something in vain. NO_NUMBER: it names numbers, and none of them could be read, so it means no cargo; UNKNOWN_CODE: a status
 * that it names is none.
 */
export type RuleDoubt = 'NO_NUMBER' | 'UNKNOWN_CODE';

/** Of a rule as it is stored: what is saved now is checked, what was saved before may be so. Null: nothing is wrong with it. */
export function doubtOf({ numbers, watchList, codes }: FeedFilter): RuleDoubt | null {
  if (numbers && numbers.length === 0 && !watchList) return 'NO_NUMBER';
  return codes?.some((code) => !EVENT_CODES.includes(code)) ? 'UNKNOWN_CODE' : null;
}
