import { dateText, numberText, type DateFormat } from './cell-text.ts';
import { fillMerged, type MergedRange } from './merged-cells.ts';
import { readPart } from './part-xml.ts';
import { ZipError } from './zip.ts';

/** What cells refer to. */
export interface CellContext {
  readonly strings: readonly string[];
  /** Date format of a cell style, null for none. */
  readonly styles: readonly (DateFormat | null)[];
  readonly is1904: boolean;
}

export interface SheetRow {
  readonly line: number;
  readonly cells: readonly string[];
  /** Columns of cells that are merged over several rows. */
  readonly shared?: ReadonlySet<number>;
}

/** More merged ranges than people make; what is beyond stays as it stands. */
const MERGED_MOST = 50_000;

/** Tables of people lie far below. Cells count with the empty ones before them, which take memory too. */
export const SHEET_LIMITS = { rows: 200_000, columns: 1024, cells: 6_000_000 } as const;

/**
 * The rows of a worksheet (ECMA-376 part 1, 18.3.1): `row r="7"` of `c r="B7" t="s" s="3"` with a value `v` or an inline
 * string `is`. Formulas are not calculated: what the program of the sender last calculated stands beside them.
 * Rows without any value are left out; merged cells say the same in all that they cover (`merged-cells.ts`).
 */
export function readSheet(bytes: Uint8Array, part: string, context: CellContext): SheetRow[] {
  const rows: { line: number; cells: string[] }[] = [];
  const merged: MergedRange[] = [];
  let total = 0;
  let line = 0;
  let cells: string[] = [];
  let column = -1;
  let type = 'n';
  let style = 0;
  let value: string | null = null;
  let isText = false;
  let inPhonetic = false;
  readPart(bytes, part, {
    open(name, attribute) {
      if (name === 'row') {
        line = position(attribute('r')) ?? line + 1;
        cells = [];
        column = -1;
      } else if (name === 'c') {
        column = columnOf(attribute('r')) ?? column + 1;
        type = attribute('t') ?? 'n';
        style = position(attribute('s')) ?? 0;
        value = null;
      } else if (name === 'rPh') inPhonetic = true;
      else if (name === 'mergeCell' && merged.length < MERGED_MOST) {
        const range = rangeOf(attribute('ref'));
        if (range) merged.push(range);
      }
      isText = !inPhonetic && (name === 'v' || (name === 't' && type === 'inlineStr'));
    },
    text(text) {
      if (isText) value = (value ?? '') + text;
    },
    close(name) {
      isText = false;
      if (name === 'rPh') inPhonetic = false;
      else if (name === 'c') {
        if (value === null) return;
        if (column >= SHEET_LIMITS.columns) throw new ZipError('TOO_LARGE', `${part} has too many columns`);
        total += Math.max(1, column + 1 - cells.length);
        while (cells.length < column) cells.push('');
        cells[column] = cellText(value, type, style, context).trim();
      } else if (name === 'row' && cells.some((cell) => cell !== '')) {
        rows.push({ line, cells });
        if (rows.length > SHEET_LIMITS.rows || total > SHEET_LIMITS.cells)
          throw new ZipError('TOO_LARGE', `${part} has too many cells`);
      }
    },
  });
  fillMerged(rows, merged);
  return rows;
}

function cellText(value: string, type: string, style: number, context: CellContext): string {
  switch (type) {
    case 's':
      return context.strings[Number(value)] ?? '';
    case 'str':
    case 'inlineStr':
    case 'd':
      return value;
    case 'b':
      return value === '1' ? 'TRUE' : 'FALSE';
    case 'e':
      // `#N/A` and its like: the program of the sender had nothing to say.
      return '';
    default: {
      const format = context.styles[style] ?? null;
      return (format && dateText(Number(value), format, context.is1904)) ?? numberText(value);
    }
  }
}

function position(text: string | null): number | null {
  return text !== null && /^\d{1,9}$/.test(text) ? Number(text) : null;
}

/** `A1:C2` */
function rangeOf(reference: string | null): MergedRange | null {
  const [, from = '', top = '', to = '', bottom = ''] =
    /^([A-Z]{1,3})(\d{1,7}):([A-Z]{1,3})(\d{1,7})$/.exec(reference ?? '') ?? [];
  const left = columnOf(from);
  const right = columnOf(to);
  if (left === null || right === null || right < left || right >= SHEET_LIMITS.columns) return null;
  return { top: Number(top), bottom: Number(bottom), left, right };
}

/** `AB7` is column 27, counted from 0. */
function columnOf(reference: string | null): number | null {
  const letters = /^([A-Z]{1,3})\d*$/.exec(reference ?? '')?.[1];
  if (!letters) return null;
  let column = 0;
  for (const letter of letters) column = column * 26 + letter.charCodeAt(0) - 64;
  return column - 1;
}
