import type { MessageIssue } from './message.ts';

/** What part of a profile keeps a claim, or a whole message, from being taken. */
type EntitlementLimit = 'KIND' | 'PLACE' | 'PARTY' | 'FORMAT';

/** `kind POSITION`, `place NLRTM`, `party COSU`, `format edifact-codeco`; `none named` where a limited claim names none. */
export const NONE_NAMED = 'none named';

/** Of more different reasons than this, the rest of a message is told by its findings alone. */
const REASONS_MOST = 50;

/** Why something of a message was not taken because its source may not speak of it, each reason once. */
export function notEntitledFor(issues: readonly MessageIssue[]): { count: number; reasons: string[] } {
  const told = issues.filter(({ code }) => code === 'NOT_ENTITLED');
  const reasons = new Set(told.map(reasonOf));
  return { count: told.length, reasons: [...reasons].slice(0, REASONS_MOST) };
}

function reasonOf({ at, value }: MessageIssue): string {
  if (at === 'POSITION') return 'kind POSITION';
  return at === 'message' ? `format ${value ?? NONE_NAMED}` : (value ?? NONE_NAMED);
}

/** A reason taken apart: which limit, and what was said; null: nothing of the kind was named. */
export function readReason(reason: string): {
  readonly limit: EntitlementLimit;
  readonly what: string | null;
} {
  const end = reason.indexOf(' ');
  const [limit, what] = [reason.slice(0, end).toUpperCase(), reason.slice(end + 1)];
  const known = LIMITS.find((one) => one === limit) ?? 'KIND';
  return { limit: known, what: what === NONE_NAMED ? null : what };
}

const LIMITS: readonly EntitlementLimit[] = ['KIND', 'PLACE', 'PARTY', 'FORMAT'];
