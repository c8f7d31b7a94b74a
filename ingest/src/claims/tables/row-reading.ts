import type { ResolvedPlace } from 'graph-schema/domain/resolve-place';
import type { TableRow } from '../../syntax/table-row.ts';
import { SILENT, type Findings } from '../../syntax/findings.ts';
import { rowScope, type TableLayout } from './layout.ts';
import type { RowScope } from './row-scope.ts';
import { dateAndClock, readTableClock, timeAt } from './row-time.ts';
import { tellsStateOfNow } from './state-of-now.ts';
import type { TableContext } from './table-family.ts';

/** A row on its way to claims. */
export interface RowReading extends RowScope {
  readonly layout: TableLayout;
  readonly dateFormats: readonly string[];
  readonly receivedAt: string;
  /** Places of this table that were looked up before, by mode and text: a table names few places thousands of times. */
  readonly resolvedPlaces: Map<string, ResolvedPlace | null>;
  /** For a second look at the same cell: what it would find was said at the first. */
  readonly silent: Findings;
  /** Something of the row could not be taken, and a finding says what. */
  readonly hasFailed: () => boolean;
  /** Date and time of day of a field in one text; `time` may stand in two columns. Null where none is written. */
  readonly clockText: (field: string) => string | null;
  /** The event in words is how things stood when the row was made. */
  readonly isStateOfNow: boolean;
  /** When the sender made the row, UTC. */
  readonly recordedAt: () => string | null;
}

/** Opens the rows of one table. */
export function rowReader(layout: TableLayout, context: TableContext): (row: TableRow) => RowReading {
  const failures = { count: 0 };
  const counted = { ...context, findings: counting(context.findings, failures) };
  const resolvedPlaces: RowReading['resolvedPlaces'] = new Map();
  const { receivedAt } = context;
  const { dateFormats } = layout;
  const isStateOfNow = tellsStateOfNow(layout);
  const reads = (text: string): boolean => readTableClock(text, dateFormats, receivedAt) !== null;
  return (row) => {
    const scope = rowScope(row, layout, counted);
    const before = failures.count;
    const clockText = (field: string): string | null => {
      const whole = scope.cell(field);
      if (whole || field !== 'time') return whole;
      const date = scope.cell('date');
      if (date) return dateAndClock(date, scope.cell('clock'), reads);
      // Where and how something is, it is as of the time at which the row was made; what happened, happened some time before.
      return scope.cell('place') && (isStateOfNow || !scope.cell('event')) ? scope.cell('recordedAt') : null;
    };
    const recordedAt = (): string | null => {
      const written = scope.cell('recordedAt');
      const clock = written && readTableClock(written, dateFormats, receivedAt);
      return clock ? (timeAt(clock, null, scope)?.instant ?? null) : null;
    };
    const hasFailed = (): boolean => failures.count > before;
    return {
      ...scope,
      layout,
      dateFormats,
      receivedAt,
      resolvedPlaces,
      silent: SILENT,
      hasFailed,
      clockText,
      isStateOfNow,
      recordedAt,
    };
  };
}

function counting(findings: Findings, failures: { count: number }): Findings {
  const { addOnce, unmapped, include } = findings;
  return {
    // Asked for once, at the end: every asking copies them.
    get issues() {
      return findings.issues;
    },
    add(code, severity, at, value, span) {
      if (severity === 'ERROR') failures.count += 1;
      findings.add(code, severity, at, value, span);
    },
    addOnce,
    unmapped,
    include,
  };
}
