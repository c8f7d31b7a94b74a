import type { MessageIssue } from 'graph-schema/domain/message';
import type { TableMapping } from 'graph-schema/domain/table-mapping';
import type { TrackingEvent } from 'graph-schema/domain/tracking-event';
import type { ReadContext } from '../../formats/message-format.ts';
import { collectFindings } from '../../syntax/findings.ts';
import { datedLayout } from './date-order.ts';
import { explainIssue, type RowIssue } from './explain-issue.ts';
import { mappedLayout, missingHeaders } from './fit-mapping.ts';
import { hasNoContent } from './no-content.ts';
import { readRow } from './read-rows.ts';
import { rowReader } from './row-reading.ts';
import { readTables, type Table } from './tables.ts';

export interface PreviewRow {
  /** `line 7`, `Sheet1!line 7` */
  readonly at: string;
  readonly cells: readonly string[];
  readonly events: readonly TrackingEvent[];
  readonly issues: readonly RowIssue[];
}

/** A mapping tried on a file, for a page to show before it is saved. */
export interface TablePreview {
  readonly sheet: string | null;
  /** Sheets of the workbook that hold rows; empty for a delimited file. */
  readonly sheets: readonly string[];
  readonly header: readonly string[];
  /** Headers that the mapping asks for and the table does not have: it fits when there is none. */
  readonly missing: readonly string[];
  readonly rows: readonly PreviewRow[];
  /** Rows of the whole table. */
  readonly rowCount: number;
  /** What is wrong with the file as a whole. */
  readonly issues: readonly MessageIssue[];
}

const ROWS_MOST = 50;

/** The first rows as the mapping reads them, each with its own errors. Null when the file holds no table. */
export function previewTable(
  bytes: Uint8Array,
  mapping: TableMapping,
  context: ReadContext,
  rowsMost = ROWS_MOST,
): TablePreview | null {
  const findings = collectFindings();
  const tables = readTables(bytes, context.source.defaultCharset, findings, [mapping]);
  const table = bestTable(tables, mapping);
  if (!table) return null;
  const { sheet, header, rows } = table;
  const layout = datedLayout(mappedLayout(mapping, header), rows);
  return {
    sheet,
    sheets: tables.flatMap((one) => one.sheet ?? []),
    header,
    missing: missingHeaders(mapping, header),
    rows: rows.slice(0, rowsMost).map((row) => {
      const own = collectFindings();
      const read = hasNoContent(row.cells, header)
        ? []
        : readRow(rowReader(layout, { ...context, findings: own })(row));
      const events = read.map(({ event }) => event);
      const issues = own.issues.map((issue) => explainIssue(issue, row, layout));
      return { at: row.at, cells: row.cells, events, issues };
    }),
    rowCount: rows.length,
    issues: findings.issues,
  };
}

/** The sheet that the mapping names, else the one that lacks least of its headers. */
function bestTable(tables: readonly Table[], mapping: TableMapping): Table | null {
  const named = tables.filter(({ sheet }) => mapping.sheet !== null && sheet === mapping.sheet);
  const lacking = (table: Table): number => missingHeaders(mapping, table.header).length;
  return (named.length > 0 ? named : tables).toSorted((a, b) => lacking(a) - lacking(b))[0] ?? null;
}
