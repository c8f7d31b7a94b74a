import type { TableEventColumn, TableMapping } from 'graph-schema/domain/table-mapping';
import { dictionaryLayout } from './dictionary.ts';

/** What can be said of a table before anybody has mapped it: columns by the dictionaries of names, and what they leave. */
export interface SuggestedMapping extends Pick<TableMapping, 'match' | 'columns' | 'events'> {
  /** Headers that no dictionary knows, for a person to map. */
  readonly unknown: readonly string[];
}

/** `match` asks for all headers that are used, so that another table of the sender is not taken for this one. */
export function suggestMapping(header: readonly string[]): SuggestedMapping {
  const { fields, events } = dictionaryLayout(header);
  const nameOf = (column: number): string => header[column] ?? '';
  const used = new Set([...fields.values(), ...events.map(({ column }) => column)]);
  return {
    match: [...used].toSorted((a, b) => a - b).map(nameOf),
    columns: Object.fromEntries([...fields].map(([field, column]) => [field, [nameOf(column)]])),
    events: events.map(({ code, classifier, column, place }): TableEventColumn => {
      return { code, classifier, headers: [nameOf(column)], place };
    }),
    unknown: header.filter((name, column) => name !== '' && !used.has(column)),
  };
}
