import type { Span } from 'graph-schema/domain/tracking-event';

/** One row of a table, however the file holds it. */
export interface TableRow {
  /** As text, trimmed; "" where nothing stands. */
  readonly cells: readonly string[];
  /** Columns whose cell is merged over several rows: an amount there is that of all of them together. */
  readonly shared?: ReadonlySet<number>;
  /** Where a finding about it is: `line 7`, `Sheet1!line 7`. */
  readonly at: string;
  /** One-based line that it ends on, as the sender's program counts. */
  readonly line: number;
  /** Its bytes; of a row inside a compressed file, the whole file. */
  readonly span: Span;
}
