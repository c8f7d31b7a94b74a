import type { TableRow } from '../../syntax/table-row.ts';
import { SILENT, type Findings } from '../../syntax/findings.ts';
import { rowScope, type TableLayout } from './layout.ts';
import type { RowScope } from './row-scope.ts';
import { readTableClock, timeAt } from './row-time.ts';
import type { TableContext } from './table-family.ts';

/** A row on its way to claims. */
export interface RowReading extends RowScope {
  readonly layout: TableLayout;
  readonly dateFormats: readonly string[];
  readonly receivedAt: string;
  /** For a second look at the same cell: what it would find was said at the first. */
  readonly silent: Findings;
  /** Something of the row could not be taken, and a finding says what. */
  readonly hasFailed: () => boolean;
  /** Date and time of day of a field in one text; `time` may stand in two columns. Null where none is written. */
  readonly clockText: (field: string) => string | null;
  /** When the sender made the row, UTC. */
  readonly recordedAt: () => string | null;
}

export function rowReading(row: TableRow, layout: TableLayout, context: TableContext): RowReading {
  const failures = { count: 0 };
  const scope = rowScope(row, layout, { ...context, findings: counting(context.findings, failures) });
  const clockText = (field: string): string | null => {
    const whole = scope.cell(field);
    if (whole || field !== 'time') return whole;
    const date = scope.cell('date');
    if (date) return [date, scope.cell('clock')].filter((part) => part).join(' ');
    // Where something is, it is as of the time at which the row was made; what happened, happened some time before.
    return scope.cell('place') && !scope.cell('event') ? scope.cell('recordedAt') : null;
  };
  const reading: RowReading = {
    ...scope,
    layout,
    dateFormats: layout.dateFormats,
    receivedAt: context.receivedAt,
    silent: SILENT,
    hasFailed: () => failures.count > 0,
    clockText,
    recordedAt() {
      const written = scope.cell('recordedAt');
      const clock = written && readTableClock(written, layout.dateFormats, context.receivedAt);
      return clock ? (timeAt(clock, null, scope)?.instant ?? null) : null;
    },
  };
  return reading;
}

function counting(findings: Findings, failures: { count: number }): Findings {
  return {
    ...findings,
    get issues() {
      return findings.issues;
    },
    add(code, severity, at, value, span) {
      if (severity === 'ERROR') failures.count += 1;
      findings.add(code, severity, at, value, span);
    },
  };
}
