import type { Address } from './list-address.ts';

export const SORTS = ['URGENCY', 'PHASE', 'CHANGED', 'DEPARTURE', 'ARRIVAL', 'DECLARED', 'RELEASED'] as const;
export type Sort = (typeof SORTS)[number];
export const DIRECTIONS = ['ASCENDING', 'DESCENDING'] as const;
export type Direction = (typeof DIRECTIONS)[number];

/** What the table can show beside the number. */
export const COLUMNS = [
  'phase', 'place', 'next', 'eta', 'departure', 'declared', 'released', 'changed', 'attention',
] as const; // prettier-ignore
export type Column = (typeof COLUMNS)[number];
/** Those that it shows where nobody chose. */
export const USUAL_COLUMNS: readonly Column[] = ['phase', 'place', 'next', 'eta', 'attention'];

/** By what a head sorts; the others have no order that the whole list can be read in without reading all of it. */
export const SORT_OF: Readonly<Partial<Record<Column, Sort>>> = {
  phase: 'PHASE',
  eta: 'ARRIVAL',
  departure: 'DEPARTURE',
  declared: 'DECLARED',
  released: 'RELEASED',
  changed: 'CHANGED',
  attention: 'URGENCY',
};

export interface Order {
  readonly by: Sort;
  readonly direction: Direction;
}

/** Which way a sort goes where nobody says: as the API has it. */
export function usualDirection(by: Sort): Direction {
  return by === 'ARRIVAL' || by === 'PHASE' ? 'ASCENDING' : 'DESCENDING';
}

export function orderOf(address: Address): Order {
  const by = SORTS.find((one) => one === address['sort']) ?? 'URGENCY';
  const direction = DIRECTIONS.find((one) => one === address['direction']) ?? usualDirection(by);
  return { by, direction };
}

/** The address of the same list, from its start, by a column: its usual way first, the other way where it stands so already. */
export function sortedBy(address: Address, by: Sort): Record<string, string> {
  const now = orderOf(address);
  const usual = usualDirection(by);
  const isOther = now.by === by && now.direction === usual;
  const { after: _, direction: __, ...rest } = address;
  const other = usual === 'ASCENDING' ? 'DESCENDING' : 'ASCENDING';
  const said = { ...rest, sort: by, ...(isOther ? { direction: other } : {}) };
  return Object.fromEntries(
    Object.entries(said).filter((pair): pair is [string, string] => Boolean(pair[1])),
  );
}

/** The columns that an address names, in the order of the table; the usual ones where it names none. */
export function columnsOf(address: Address): readonly Column[] {
  const named = address['columns']?.split(',') ?? [];
  const found = COLUMNS.filter((column) => named.includes(column));
  return found.length > 0 ? found : USUAL_COLUMNS;
}

/** Columns as an address names them; null: they are the usual ones, and it names none. */
export function columnsText(columns: readonly string[]): string | null {
  const text = COLUMNS.filter((column) => columns.includes(column)).join(',');
  return text === '' || text === USUAL_COLUMNS.join(',') ? null : text;
}
