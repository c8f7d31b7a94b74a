import type { Span } from 'graph-schema/domain/tracking-event';

/** One row of a table, however the file holds it. */
export interface TableRow {
  /** As text, trimmed; "" where nothing stands. */
  readonly cells: readonly string[];
  /** Where a finding about it is: `line 7`, `Sheet1!line 7`. */
  readonly at: string;
  /** One-based line that it ends on, as the sender's program counts. */
  readonly line: number;
  /** Its bytes; of a row inside a compressed file, the whole file. */
  readonly span: Span;
}
