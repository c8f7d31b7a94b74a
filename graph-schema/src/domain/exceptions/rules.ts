import type { TransportMode } from '../tracking-event.ts';
import type { Actor, ExceptionKind, Severity } from './exception.ts';

/** From when on something is an exception, how grave it is, and who has to act: data, tuned by organisation. */
export interface ExceptionRule {
  readonly kind: ExceptionKind;
  /** What of the kind the row is for (`DUTY_DUE`, `TRANSSHIPMENT`, `DEMURRAGE`); null: all that no other row names. */
  readonly of: string | null;
  /** How long it may last; before a deadline: how long before it; for a roll: how much later the other ship must leave. */
  readonly hours: number;
  readonly severity: Severity;
  /** When it becomes CRITICAL, counted as `hours` are, for a roll from its opening on; null: it stays as it is. */
  readonly worseHours: number | null;
  readonly actor: Actor;
  /** WORKING: of `hours` only those count that fall on working days of the place; left out: all. */
  readonly counts?: 'CALENDAR' | 'WORKING';
  /** From how much on, where it is not time that is measured: odds 0 to 1, pieces, per cent of the weight, degrees, miles. Null: by no measure. */
  readonly limit?: number | null;
  /** From how much on it is CRITICAL; null: by no measure. */
  readonly worseLimit?: number | null;
}

/** How long the change from one carriage to the next takes at least; null: of any kind. */
export interface TransferTime {
  readonly from: TransportMode | null;
  readonly to: TransportMode | null;
  readonly hours: number;
}

/** What a cut-off asks for: that the cargo is at the terminal, or that the papers are in. */
export type CutOffFor = 'CARGO' | 'DOCUMENTS';

export interface ExceptionRules {
  readonly rows: readonly ExceptionRule[];
  /** What each cut-off asks for, by the sender's code; `""`: one without a code. Others are terms of some paper. */
  readonly cutOffs: ReadonlyMap<string, CutOffFor>;
  readonly transfers: readonly TransferTime[];
  /** How far a told arrival is off in two of ten cases, where nothing is known of the errors of who tells it. */
  readonly etaBand: { readonly percent: number; readonly hoursMin: number };
}

/** For whoever watches nothing. */
export const NOTHING_WATCHED: ExceptionRules = {
  rows: [],
  cutOffs: new Map(),
  transfers: [],
  etaBand: { percent: 0, hoursMin: 0 },
};

/** Hours that a change takes at least: by both modes, else by one of them, else by none. */
export function transferHours({ transfers }: ExceptionRules, from: TransportMode, to: TransportMode): number {
  const fits = (row: TransferTime) =>
    (row.from === null || row.from === from) && (row.to === null || row.to === to);
  const weight = (row: TransferTime) => Number(row.from !== null) + Number(row.to !== null);
  return transfers.filter(fits).sort((a, b) => weight(b) - weight(a))[0]?.hours ?? 0;
}

/** What an organisation sets differently in one row. */
export type RuleChange = Pick<ExceptionRule, 'kind' | 'of'> & Partial<Omit<ExceptionRule, 'kind' | 'of'>>;

/** The row for one thing of a kind; null when nobody watches it. */
export function findRule(
  { rows }: ExceptionRules,
  kind: ExceptionKind,
  of: string | null,
): ExceptionRule | null {
  const ofKind = rows.filter((row) => row.kind === kind);
  return ofKind.find((row) => row.of === of) ?? ofKind.find((row) => row.of === null) ?? null;
}

/**
 * The rules as an organisation has them: only what it names differs. A change for something that has no row of its own
 * starts from the kind's general row. Throws, naming the row, where a change makes no sense.
 */
export function forOrganisation(rules: ExceptionRules, changes: readonly RuleChange[]): ExceptionRules {
  const rows = [...rules.rows];
  for (const change of changes) {
    const base = findRule({ ...rules, rows }, change.kind, change.of);
    if (!base) throw new Error(`${nameOf(change)}: no such row`);
    const row = { ...base, ...change };
    const problem = problemOf(row);
    if (problem) throw new Error(`${nameOf(row)}: ${problem}`);
    const at = rows.findIndex((other) => other.kind === row.kind && other.of === row.of);
    if (at < 0) rows.push(row);
    else rows[at] = row;
  }
  return { ...rules, rows };
}

export function nameOf({ kind, of }: Pick<ExceptionRule, 'kind' | 'of'>): string {
  return of === null ? kind : `${kind} ${of}`;
}

const BEFORE_A_DEADLINE: ReadonlySet<ExceptionKind> = new Set<ExceptionKind>([
  'LAST_FREE_DAY',
  'CUT_OFF_AT_RISK',
  'MISSED_CONNECTION',
]);

/** Why a row cannot be meant; null when it can. */
export function problemOf(rule: ExceptionRule): string | null {
  const { kind, hours, severity, worseHours, limit = null, worseLimit = null } = rule;
  if (!(hours >= 0)) return 'hours are negative';
  if (limit !== null && !(limit >= 0)) return 'the limit is negative';
  if (worseLimit !== null && !(worseLimit > (limit ?? 0))) return 'it becomes worse before it begins';
  if (worseLimit !== null && severity === 'CRITICAL') return 'what is CRITICAL becomes no worse';
  if (worseHours === null) return null;
  if (!(worseHours >= 0)) return 'worseHours are negative';
  if (severity === 'CRITICAL') return 'what is CRITICAL becomes no worse';
  const isLater = BEFORE_A_DEADLINE.has(kind) ? worseHours < hours : worseHours > hours;
  return isLater || kind === 'ROLLED' ? null : 'it becomes worse before it begins';
}
