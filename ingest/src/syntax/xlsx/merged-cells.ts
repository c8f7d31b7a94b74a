/** A merged range (ECMA-376 part 1, 18.3.1.55 `mergeCell ref="A1:C2"`): rows by their numbers, columns from 0. */
export interface MergedRange {
  readonly top: number;
  readonly bottom: number;
  readonly left: number;
  readonly right: number;
}

interface Row {
  readonly line: number;
  readonly cells: string[];
  /** Columns whose value is that of several rows together. */
  shared?: Set<number>;
}

/** Titles and heads lie above; further down a cell over several columns is a note. */
const HEAD_LINES = 12;
/** Rows that are looked at: more than people merge. */
const WORK_MOST = 1_000_000;

/**
 * What stands in a merged cell stands in all that it covers: a group of the head over its columns, a bill beside its three
 * boxes. An amount is that of all of them together and of none of them alone; a voyage 026 looks like one, so rows tell which
 * of their cells are `shared`, and who knows what the columns mean leaves amounts out. Changes the rows that it is given.
 */
export function fillMerged(rows: readonly Row[], ranges: readonly MergedRange[]): void {
  const byLine = new Map(rows.map((row) => [row.line, row]));
  const last = rows.at(-1)?.line ?? 0;
  let work = 0;
  for (const { top, bottom, left, right } of ranges) {
    const first = byLine.get(top);
    const value = first?.cells[left] ?? '';
    if (!first || value === '') continue;
    const columns = top <= HEAD_LINES ? right : left;
    for (let line = top; line <= Math.min(bottom, last); line += 1) {
      work += columns - left + 1;
      if (work > WORK_MOST) return;
      const row = byLine.get(line);
      if (!row) continue;
      const { cells } = row;
      while (cells.length <= columns) cells.push('');
      for (let column = left; column <= columns; column += 1) {
        if (cells[column] !== '') continue;
        cells[column] = value;
        if (line > top) share([first, row], column);
      }
    }
  }
}

function share(rows: readonly Row[], column: number): void {
  for (const row of rows) (row.shared ??= new Set()).add(column);
}
