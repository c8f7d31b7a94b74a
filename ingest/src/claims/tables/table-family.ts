import type { Interpretation, ReadMessage, UnitCounts } from 'graph-schema/domain/message';
import type { PositionReport } from 'graph-schema/domain/position';
import {
  familyFormat,
  type FormatFamily,
  type MessageFormat,
  type ReaderOf,
} from '../../formats/message-format.ts';
import { collectFindings } from '../../syntax/findings.ts';
import { isWorkbook } from '../../syntax/table-file.ts';
import { interpretation, UnitTally } from '../../syntax/units.ts';
import type { ClaimContext } from '../claim-context.ts';
import { kindInHead, mappedKind } from './detect-table.ts';
import { fittingMapping } from './fit-mapping.ts';
import { kindOfHeader, type TableKind } from './kinds.ts';
import { hasNoContent } from './no-content.ts';
import { readTables, type Table } from './tables.ts';

export interface TableContext extends ClaimContext {
  /** Receipt of the raw message, UTC: for years that are left out. */
  readonly receivedAt: string;
}

/** What a table came to; its findings go to the context. */
export type TableReading = Pick<Interpretation, 'messages' | 'positions' | 'counts'>;
export type TableReader = (table: Table, context: TableContext) => TableReading;

/** A file may have a hundred thousand bad rows; what is beyond the first is counted. */
const FINDINGS_MOST = 2000;

/**
 * Delimited files and workbooks: tables of any layout. Each sheet is a message of its own, and what it is its header says:
 * a table that a mapping of the source fits, one that rail formats know, or any other.
 */
const TABLES: FormatFamily = {
  id: 'table',
  name: { en: 'Table (CSV, XLSX)', zh: '表格（CSV、XLSX）' },
  detect: (head) => isWorkbook(head) || isLegacyWorkbook(head) || kindInHead(head) !== null,
  detectOf: mappedKind,
  read: (bytes, { source, places, receivedAt }, readerOf) => {
    const findings = collectFindings(FINDINGS_MOST);
    const context: TableContext = { source, places, receivedAt, findings };
    const tally = new UnitTally();
    const messages: ReadMessage[] = [];
    const positions: PositionReport[] = [];
    const types: string[] = [];
    const tables = isLegacyWorkbook(String.fromCharCode(...bytes.subarray(0, 4)))
      ? []
      : readTables(bytes, source.defaultCharset, findings, source.tables);
    if (tables.length === 0) refuseAll(bytes, context, tally);
    for (const table of tables) {
      const kind = kindOf(table, context);
      const reader = (readerOf as ReaderOf<TableReader>)(kind);
      tally.withIssuesOnly(table.broken);
      if (!table.headerRow) continue;
      types.push(kind);
      if (table.rows.length === 0 && table.broken === 0)
        findings.add('EMPTY_MESSAGE', 'ERROR', table.sheet ?? 'file', null, null);
      if (!reader) {
        findings.add('MESSAGE_NOT_MAPPED', 'ERROR', table.headerRow.at, kind, table.headerRow.span);
        tally.withIssuesOnly(table.rows.length);
        continue;
      }
      const rows = table.rows.filter(({ cells }) => !hasNoContent(cells, table.header));
      tally.withoutContent(table.rows.length - rows.length);
      const read = reader({ ...table, rows }, context);
      messages.push(...read.messages);
      positions.push(...read.positions);
      add(tally, read.counts);
    }
    return { interpretation: interpretation({ messages, positions }, findings, tally), types };
  },
};

function kindOf({ header, sheet }: Table, { source }: TableContext): TableKind {
  return fittingMapping(source.tables, header, sheet) ? 'other' : kindOfHeader(header);
}

/** Nothing of the file is a table: an empty one, or a workbook that says so itself. */
function refuseAll(bytes: Uint8Array, { findings }: TableContext, tally: UnitTally): void {
  const span = { start: 0, end: bytes.length };
  if (isLegacyWorkbook(String.fromCharCode(...bytes.subarray(0, 4)))) {
    findings.add('UNSUPPORTED', 'ERROR', 'file', 'workbook of Excel 97–2003: save it as XLSX or CSV', span);
    tally.withIssuesOnly();
  } else findings.add('EMPTY_MESSAGE', 'ERROR', 'file', null, null);
}

/** Compound files, in which Excel kept its workbooks until 2003 (among other documents). */
function isLegacyWorkbook(head: string): boolean {
  return head.startsWith('\xd0\xcf\x11\xe0');
}

function add(tally: UnitTally, counts: UnitCounts): void {
  tally.withEvents(counts.withEvents);
  tally.withPositions(counts.withPositions);
  tally.withIssuesOnly(counts.withIssuesOnly);
  tally.withoutContent(counts.withoutContent);
}

/** The descriptor of a format that reads tables of a kind; workbooks are the business of the one for any layout. */
export function tableFormat<const Id extends string>(given: {
  readonly id: Id;
  readonly name: MessageFormat['name'];
  readonly kind: TableKind;
  readonly reader: TableReader;
}): MessageFormat<Id> {
  const { kind, ...rest } = given;
  return familyFormat({
    ...rest,
    family: TABLES,
    types: [kind],
    mediaTypes: [
      'text/csv',
      'text/plain',
      'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
    ],
    detect: (head) => (isWorkbook(head) ? kind === 'other' : kindInHead(head) === kind),
  });
}
