import { parse, type CsvError } from 'csv-parse/sync';
import type { MessageIssue } from 'graph-schema/domain/message';
import type { Span } from 'graph-schema/domain/tracking-event';
import { charsetIssue, chooseCharset, latin1, valueDecoder } from './charset.ts';
import { sniffDelimiter, wholeCharacters, type Delimiter } from './csv-head.ts';
import { wholeCells } from './csv-wide-cells.ts';
import type { TableRow } from './table-row.ts';

/**
 * Delimited text (RFC 4180 and what spreadsheets make of it):
 *
 *   file   = [byte order mark] header eol *(record eol)
 *   record = cell *(delimiter cell)          delimiter: `,` `;` TAB or `|`, whichever cuts most of the first lines
 *   eol    = LF / CR LF, or CR where a file has no LF at all
 *   cell   = bare / DQUOTE *(char / 2DQUOTE) DQUOTE
 *
 * It is cut at bytes and decoded cell by cell: in UTF-8 and in GB 18030 no byte of a longer character can be a
 * delimiter, quote or line end (but `|`, see `csv-wide-cells.ts`), so spans are exact in both. UTF-16 ("Unicode text" of
 * spreadsheets) is re-coded first.
 */
export interface CsvFile {
  readonly header: readonly string[];
  /** The first row, which is the header unless a title stands above it; null when the file is empty. */
  readonly first: TableRow | null;
  readonly rows: readonly TableRow[];
  readonly delimiter: Delimiter;
  readonly issues: readonly MessageIssue[];
  /** Lines that could not be cut into cells: each has an issue. */
  readonly brokenRows: number;
}

const MAX_RECORD_BYTES = 1 << 20;
/** More than the first lines of any table. */
const SNIFFED_BYTES = 1 << 16;

interface CutRow {
  readonly cells: readonly string[];
  readonly line: number;
  readonly start: number;
  readonly end: number;
}

interface Cut {
  readonly rows: CutRow[];
  /** Where cutting stopped, and why; null when all was cut. */
  readonly stoppedAt: number | null;
  readonly error: string | null;
}

function cut(bytes: Uint8Array, from: number, delimiter: string): Cut {
  const rows: CutRow[] = [];
  let end = from;
  const body = Buffer.from(bytes.buffer, bytes.byteOffset + from, bytes.length - from);
  try {
    parse(body, {
      delimiter,
      // Not found out by the first one: a title above may end otherwise than the rows.
      record_delimiter: lineEndOf(bytes) === 0x0a ? ['\r\n', '\n'] : '\r',
      encoding: 'latin1',
      relax_column_count: true,
      relax_quotes: true,
      skip_empty_lines: true,
      max_record_size: MAX_RECORD_BYTES,
      on_record: (cells: string[], context: { bytes: number; lines: number }) => {
        const start = end;
        end = from + context.bytes;
        rows.push({ cells, line: context.lines, start, end });
        return null;
      },
    });
  } catch (error) {
    return { rows, stoppedAt: end, error: (error as CsvError).code ?? 'CSV_ERROR' };
  }
  return { rows, stoppedAt: null, error: null };
}

/** Text without quotes needs no state machine: a record is a line. Several times as fast, and most tables are so. */
function cutLines(bytes: Uint8Array, from: number, delimiter: string, firstLine: number): CutRow[] {
  const rows: CutRow[] = [];
  const lineEnd = lineEndOf(bytes);
  let line = firstLine;
  for (let start = from; start < bytes.length; line += 1) {
    const found = bytes.indexOf(lineEnd, start);
    const end = found < 0 ? bytes.length : found;
    const stop = bytes[end - 1] === 0x0d && end > start ? end - 1 : end;
    if (stop > start)
      rows.push({ cells: latin1(bytes.subarray(start, stop)).split(delimiter), line, start, end: stop });
    start = end + 1;
  }
  return rows;
}

function lineEndOf(bytes: Uint8Array): number {
  return bytes.includes(0x0a) ? 0x0a : 0x0d;
}

function isLineEnd(byte: number | undefined): boolean {
  return byte === 0x0a || byte === 0x0d;
}

function trimSpan(bytes: Uint8Array, start: number, end: number): Span {
  let from = start;
  let to = Math.min(end, bytes.length);
  while (from < to && isLineEnd(bytes[from])) from += 1;
  while (to > from && isLineEnd(bytes[to - 1])) to -= 1;
  return { start: from, end: to };
}

/** Reads a whole file. Never throws; a line that cannot be cut becomes an issue and the rest is read without quotes. */
export function readCsv(received: Uint8Array, fallbackCharset: string): CsvFile {
  const choice = chooseCharset(wholeCharacters(received), null, fallbackCharset);
  const isUtf16 = choice.charset.startsWith('utf-16');
  const bytes = isUtf16 ? Buffer.from(new TextDecoder(choice.charset).decode(received), 'utf8') : received;
  const begin = isUtf16 ? 0 : choice.bomLength;
  const decode = valueDecoder(isUtf16 ? 'utf-8' : choice.charset);
  const delimiter = sniffDelimiter(latin1(bytes.subarray(begin, begin + SNIFFED_BYTES)));

  const invalid = charsetIssue(choice, null, 'file');
  const issues: MessageIssue[] = invalid ? [invalid] : [];
  let brokenRows = 0;
  const hasQuotes = bytes.includes(0x22);
  const first = hasQuotes
    ? cut(bytes, begin, delimiter)
    : { rows: cutLines(bytes, begin, delimiter, 1), stoppedAt: null, error: null };
  let records = first.rows;
  if (first.stoppedAt !== null) {
    // An unclosed quote: that one line is broken; what follows is cut again without quotes, so that it is not lost.
    const nextLine = bytes.indexOf(lineEndOf(bytes), skipLineEnds(bytes, first.stoppedAt));
    const end = nextLine < 0 ? bytes.length : nextLine + 1;
    const span = trimSpan(bytes, first.stoppedAt, end);
    const line = (records.at(-1)?.line ?? 0) + 1;
    brokenRows += 1;
    issues.push({
      code: 'BAD_SYNTAX',
      severity: 'ERROR',
      at: `line ${line}`,
      value: first.error,
      span: isUtf16 ? null : span,
      list: null,
    });
    records = records.concat(cutLines(bytes, end, delimiter, line + 1));
  }

  const canSplit = delimiter === '|' && /^(?:gb|big5)/.test(choice.charset);
  const sourceSpan = spanInSource(bytes, isUtf16 ? received.length : null);
  const rows = records.map((record) => ({
    cells: (canSplit ? wholeCells(record.cells) : record.cells).map((cell) => decode(cell).trim()),
    at: `line ${record.line}`,
    line: record.line,
    span: sourceSpan(trimSpan(bytes, record.start, record.end)),
  }));
  const [header, ...rest] = rows;
  const last = rest.at(-1);
  const isOpen = received.at(-1) !== 0x0a && received.at(-1) !== 0x0d && !isUtf16;
  if (last && isOpen && last.cells.length < leastCells(rows)) {
    // No line end and fewer cells than any row has: the file was cut in this row. Half a row is not a row.
    rest.pop();
    brokenRows += 1;
    issues.push({
      code: 'TRUNCATED',
      severity: 'ERROR',
      at: `line ${last.line}`,
      value: null,
      span: last.span,
      list: null,
    });
  }
  return {
    header: header?.cells ?? [],
    first: header ?? null,
    rows: rest.filter((row) => row.cells.some((cell) => cell !== '')),
    delimiter,
    issues,
    brokenRows,
  };
}

/** Senders who leave out empty cells at the end have short rows; what is shorter than all rows before it is half a one. */
function leastCells(rows: readonly TableRow[]): number {
  const before = rows.slice(0, -1).map(({ cells }) => cells.length);
  const wide = before.filter((count) => count > 1);
  // A title is one cell of no table.
  return (wide.length > 0 ? wide : before).reduce((a, b) => Math.min(a, b), Number.POSITIVE_INFINITY);
}

function skipLineEnds(bytes: Uint8Array, from: number): number {
  let at = from;
  while (isLineEnd(bytes[at])) at += 1;
  return at;
}

/** Spans of the re-coded text back in UTF-16 bytes; asked in ascending order, so the cost stays linear. */
function spanInSource(bytes: Uint8Array, utf16Length: number | null): (span: Span) => Span {
  if (utf16Length === null) return (span) => span;
  let at = 0;
  let units = 1; // the byte order mark
  const move = (to: number): number => {
    if (to > at) {
      units += Buffer.from(bytes.subarray(at, to)).toString('utf8').length;
      at = to;
    }
    // Half a unit at the end of the file counts as one.
    return Math.min(units * 2, utf16Length);
  };
  return (span) => ({ start: move(span.start), end: move(span.end) });
}
