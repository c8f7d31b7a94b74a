import { classifyNumber } from 'graph-schema/identifiers';

/** A cell that is taken for a number, and the row that it stands in, counted from 1 as a sheet counts. */
export interface SaidNumber {
  readonly row: number;
  readonly said: string;
}

/** A column of a table. */
export interface Column {
  readonly index: number;
  /** What stands above it; null: nothing but its first number. */
  readonly head: string | null;
  readonly numbers: readonly SaidNumber[];
  /** Cells of which a sheet has kept only the beginning (`4.03E+17`), so that no number can be read. */
  readonly rounded: readonly SaidNumber[];
}

/** From here on a reading rests on a check digit, or on a shape of its own. */
const SURE = 0.7;
const LOOKED_AT = 200;

/** The columns of a table that have numbers in them, the one that has most of what cargo is known by first. */
export function columnsOf(rows: readonly (readonly string[])[]): Column[] {
  const said = rows.filter((cells) => cells.some((cell) => cell.trim() !== ''));
  // What is pasted in one line is a row of numbers, not a table of one row.
  if (said.length === 1) return onlyNumbers([columnOf(rows.flatMap((cells) => cells.map((cell) => [cell])), 0)]);
  const width = Math.max(0, ...said.map((cells) => cells.length));
  const columns = Array.from({ length: width }, (_, index) => columnOf(rows, index));
  return onlyNumbers(columns).sort((left, right) => scoreOf(right) - scoreOf(left) || left.index - right.index);
} // prettier-ignore

function onlyNumbers(columns: readonly Column[]): Column[] {
  return columns.filter(({ numbers, rounded }) => numbers.length + rounded.length > 0);
}

function columnOf(rows: readonly (readonly string[])[], index: number): Column {
  const cells = rows.flatMap((row, at): SaidNumber[] => {
    const cell = (row[index] ?? '').trim();
    return cell === '' ? [] : [{ row: at + 1, said: plain(cell) }];
  });
  const [first] = cells;
  const isHead = first !== undefined && isHeading(first.said);
  const body = isHead ? cells.slice(1) : cells;
  return {
    index,
    head: isHead ? first.said : null,
    numbers: body.filter(({ said }) => !isRounded(said) && /\d/.test(said)),
    rounded: body.filter(({ said }) => isRounded(said)),
  };
}

function isHeading(cell: string): boolean {
  return !/\d/.test(cell) || classifyNumber(cell).length === 0;
}

/** A number that a sheet keeps as `1.7226114686E+10` with all of its digits is that number. */
function plain(cell: string): string {
  const [, digits = '', decimals = '', exponent = ''] = /^(\d)(?:\.(\d+))?E\+?(\d+)$/i.exec(cell) ?? [];
  return exponent !== '' && decimals.length === Number(exponent) && Number(exponent) < 15 ? digits + decimals : cell;
} // prettier-ignore

function isRounded(cell: string): boolean {
  return /^\d(?:\.\d+)?E\+?\d+$/i.test(cell);
}

/** How much of a column is what cargo is known by. */
function scoreOf({ numbers, rounded }: Column): number {
  const looked = numbers.slice(0, LOOKED_AT);
  const worth = looked.map(({ said }): number => {
    const best = classifyNumber(said)[0]?.confidence ?? 0;
    return best >= SURE ? 1 : best > 0 && said.replace(/\D/g, '').length >= 4 ? 0.3 : 0;
  });
  const share = looked.length === 0 ? 0 : worth.reduce((sum, one) => sum + one, 0) / looked.length;
  return share * Math.min(1, (numbers.length + rounded.length) / 2);
}
