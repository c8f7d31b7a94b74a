import { loadCodeList } from 'graph-schema/reference/code-list';
import { comparable } from '../../syntax/csv-columns.ts';
import type { TableLayout } from './layout.ts';

const SAID = new Map(
  loadCodeList('tables/state-headers').rows.map(({ code, canonical }) => [comparable(code), canonical]),
);

/**
 * Whether the word of the event column says how things stood when the row was made (当前状态 beside 当前位置), and no column says
 * another time.
 */
export function tellsStateOfNow({ header, fields }: TableLayout): boolean {
  if (fields.has('time') || fields.has('date')) return false;
  const said = (field: string): string | null => {
    const column = fields.get(field);
    return (column === undefined ? null : SAID.get(comparable(header[column] ?? ''))) ?? null;
  };
  const state = said('event');
  return state === 'NOW' || (state === 'STATE' && said('place') === 'NOW');
}
