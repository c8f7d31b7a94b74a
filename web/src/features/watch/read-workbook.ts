import { SaxesParser } from 'saxes';
import { unzip } from './unzip.ts';

/** As many rows as are read; more than a list holds. */
const ROWS_MAX = 20_000;

/**
 * The cells of the first sheet that people see, each as the text or the number that is stored, row by row as they are
 * numbered. ECMA-376 part 1, 18.2 workbook, 18.3 worksheets, 18.4 shared strings. Throws a `FileProblem`.
 */
export async function readWorkbook(file: ArrayBuffer): Promise<string[][]> {
  const part = unzip(file);
  const [workbook, relations, strings] = await Promise.all([
    part('xl/workbook.xml'),
    part('xl/_rels/workbook.xml.rels'),
    part('xl/sharedStrings.xml'),
  ]);
  return rowsOf(await part(sheetOf(workbook, relations)), stringsOf(strings));
}

function sheetOf(workbook: string, relations: string): string {
  let relation: string | undefined;
  walk(workbook, {
    open: (name, attributes) => {
      if (name === 'sheet' && (attributes['state'] ?? 'visible') === 'visible')
        relation ??= attributes['r:id'];
    },
  });
  let target = 'worksheets/sheet1.xml';
  walk(relations, {
    open: (name, attributes) => {
      if (name === 'Relationship' && attributes['Id'] === relation) target = attributes['Target'] ?? target;
    },
  });
  return target.startsWith('/') ? target.slice(1) : `xl/${target}`;
}

/** What is said how to pronounce (`rPh`) is no text of the cell. */
function stringsOf(xml: string): string[] {
  const strings: string[] = [];
  let [inText, inHint] = [false, false];
  walk(xml, {
    open: (name) => {
      if (name === 'si') strings.push('');
      if (name === 't') inText = true;
      if (name === 'rPh') inHint = true;
    },
    text: (text) => {
      if (inText && !inHint) strings[strings.length - 1] += text;
    },
    close: (name) => {
      if (name === 't') inText = false;
      if (name === 'rPh') inHint = false;
    },
  });
  return strings;
}

function rowsOf(xml: string, strings: readonly string[]): string[][] {
  const rows: string[][] = [];
  let [row, column, type, value, isValue] = [0, 0, '', '', false];
  walk(xml, {
    open: (name, attributes) => {
      if (name === 'row') [row, column] = [Number(attributes['r'] ?? row + 1), 0];
      if (name === 'c') [column, type, value] = [columnOf(attributes['r']) ?? column + 1, attributes['t'] ?? 'n', ''];
      if (name === 'v' || name === 't') isValue = true;
    },
    text: (text) => {
      if (isValue) value += text;
    },
    close: (name) => {
      if (name === 'v' || name === 't') isValue = false;
      if (name !== 'c' || value === '' || row > ROWS_MAX) return;
      while (rows.length < row) rows.push([]);
      const cells = rows[row - 1] ?? [];
      while (cells.length < column) cells.push('');
      cells[column - 1] = type === 's' ? (strings[Number(value)] ?? '') : value;
    },
  });
  return rows;
} // prettier-ignore

/** `C7` is column 3. */
function columnOf(reference: string | undefined): number | null {
  const letters = /^[A-Z]{1,3}/.exec(reference ?? '')?.[0];
  if (letters === undefined) return null;
  return [...letters].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0);
}

interface Handlers {
  readonly open: (name: string, attributes: Readonly<Record<string, string>>) => void;
  readonly text?: (text: string) => void;
  readonly close?: (name: string) => void;
}

function walk(xml: string, { open, text, close }: Handlers): void {
  const parser = new SaxesParser();
  parser.on('opentag', ({ name, attributes }) => open(name, attributes as Record<string, string>));
  if (text) parser.on('text', text);
  if (close) parser.on('closetag', ({ name }) => close(name));
  parser.write(xml).close();
}
