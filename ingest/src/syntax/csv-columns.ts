import type { CodeList } from 'graph-schema/reference/code-list';
import type { TableRow } from './table-row.ts';

/** The cell of a row in the column that means a field; null when there is no such column or the cell is empty. */
export type CellReader = (row: TableRow, field: string) => string | null;

/** Column names are compared in NFKC, lower case, without blanks and marks: `毛重（KG）` is `毛重kg`. */
export function comparable(name: string): string {
  return name
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[\s_\-./()[\]:#*"']/g, '');
}

const indexed = new WeakMap<CodeList, ReadonlyMap<string, string>>();

function fieldsByAlias(aliases: CodeList): ReadonlyMap<string, string> {
  let fields = indexed.get(aliases);
  if (!fields) {
    fields = new Map(aliases.rows.map((row) => [comparable(row.code), row.canonical ?? '']));
    indexed.set(aliases, fields);
  }
  return fields;
}

/** Which column holds which field: the first of several columns with the same meaning. */
export function mapColumns(header: readonly string[], aliases: CodeList): ReadonlyMap<string, number> {
  const fields = fieldsByAlias(aliases);
  const columns = new Map<string, number>();
  for (const [index, name] of header.entries()) {
    const field = fields.get(comparable(name));
    if (field && !columns.has(field)) columns.set(field, index);
  }
  return columns;
}

export function cellReader(columns: ReadonlyMap<string, number>): CellReader {
  return (row, field) => {
    const index = columns.get(field);
    return (index === undefined ? null : row.cells[index]) || null;
  };
}
