import { failedWith, type Failed } from '../account/problem.ts';

export const UNREACHABLE: Failed = { outcome: 'FAILED', problem: 'UNREACHABLE' };
export const LIST_FULL: Failed = { outcome: 'FAILED', problem: 'LIST_FULL' };

/** What an error of the API is in the words of the page: too much is too much for a list. */
export function failedIn(code: string): Failed {
  return code === 'TOO_MUCH' ? LIST_FULL : failedWith(code);
}
