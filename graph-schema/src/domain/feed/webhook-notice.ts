/**
 * Why a webhook disabled itself. REFUSED: too many calls in a row were refused for good; GONE: the receiver said that nobody is there
 * any more; OVERDUE: one call did not come through in the time that it was tried.
 */
export const DISABLING_REASONS = ['REFUSED', 'GONE', 'OVERDUE'] as const;
export type DisablingReason = (typeof DISABLING_REASONS)[number];
