import { DATE_FILTERS, ROWS, TEXT_FILTERS, type Address } from '../shipments/list-address.ts';
import { columnsOf, columnsText, orderOf, SORTS, usualDirection } from '../shipments/list-order.ts';

const NAMES: readonly string[] = [
  ...TEXT_FILTERS,
  ...DATE_FILTERS.flatMap((name) => [`${name}From`, `${name}Until`]),
  'phase', 'exception', 'attention', 'sort', 'direction', 'rows',
]; // prettier-ignore

/** What an address of the list shows, without the page that it is at: the same text for the same view. */
export function viewQuery(address: Address): string {
  const query = new URLSearchParams();
  const usual: Address = {
    sort: SORTS[0],
    direction: usualDirection(orderOf(address).by),
    rows: String(ROWS[0]),
  };
  for (const name of NAMES) {
    const value = address[name]?.trim();
    if (value && value !== usual[name]) query.set(name, value);
  }
  const columns = columnsText(columnsOf(address));
  if (columns !== null) query.set('columns', columns);
  return query.toString();
}

/** The address of the list that a view stands for; whatever the list does not know is left out. */
export function viewAddress(query: string): string {
  const known = viewQuery(Object.fromEntries(new URLSearchParams(query)));
  return known === '' ? '/shipments' : `/shipments?${known}`;
}
