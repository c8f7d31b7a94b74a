import { TABLE_FIELDS, type TableMapping } from 'graph-schema/domain/table-mapping';
import { comparable } from '../../syntax/csv-columns.ts';
import type { EventColumn, TableLayout } from './layout.ts';

/** The mapping whose headers a table has; of several the one that asks for most. */
export function fittingMapping(
  mappings: readonly TableMapping[],
  header: readonly string[],
  sheet: string | null,
): TableMapping | null {
  const fitting = mappings.filter(
    (mapping) =>
      (mapping.sheet === null || sheet === null || comparable(mapping.sheet) === comparable(sheet)) &&
      missingHeaders(mapping, header).length === 0,
  );
  return fitting.toSorted((a, b) => b.match.length - a.match.length)[0] ?? null;
}

/** Headers that a mapping asks for and a table does not have. A mapping that asks for none fits nothing. */
export function missingHeaders({ match }: TableMapping, header: readonly string[]): readonly string[] {
  const names = new Set(header.map(comparable));
  if (match.length === 0) return ['?'];
  return match.filter((name) => !names.has(comparable(name)));
}

/** Where in this table the columns of a mapping are. */
export function mappedLayout(mapping: TableMapping, header: readonly string[]): TableLayout {
  const names = header.map(comparable);
  const find = (wanted: readonly string[] | undefined): number | null => {
    for (const name of wanted ?? []) {
      const column = names.indexOf(comparable(name));
      if (column >= 0) return column;
    }
    return null;
  };
  const fields = new Map<string, number>();
  for (const field of TABLE_FIELDS) {
    const column = find(Object.hasOwn(mapping.columns, field) ? mapping.columns[field] : undefined);
    if (column !== null) fields.set(field, column);
  }
  const events = mapping.events.flatMap(({ code, classifier, headers, place }): EventColumn[] => {
    const column = find(headers);
    return column === null ? [] : [{ code, classifier, column, place }];
  });
  const { constants, codes, dateFormats } = mapping;
  return { header, fields, events, constants, codes, dateFormats };
}
