import {
  COLUMNS,
  columnsOf,
  DATE_FILTERS,
  SORTS,
  TEXT_FILTERS,
  type Address,
} from '../shipments/list-address.ts';

const NAMES: readonly string[] = [
  ...TEXT_FILTERS,
  ...DATE_FILTERS.flatMap((name) => [`${name}From`, `${name}Until`]),
  'phase', 'exception', 'attention', 'sort',
]; // prettier-ignore

/** What an address of the list shows, without the page that it is at: the same text for the same view. */
export function viewQuery(address: Address): string {
  const query = new URLSearchParams();
  for (const name of NAMES) {
    const value = address[name]?.trim();
    const isUsual = name === 'sort' && value === SORTS[0];
    if (value && !isUsual) query.set(name, value);
  }
  const columns = columnsOf(address);
  if (columns.length < COLUMNS.length) query.set('columns', columns.join(','));
  return query.toString();
}

/** The address of the list that a view stands for; whatever the list does not know is left out. */
export function viewAddress(query: string): string {
  const known = viewQuery(Object.fromEntries(new URLSearchParams(query)));
  return known === '' ? '/shipments' : `/shipments?${known}`;
}
