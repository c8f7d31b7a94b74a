import { downloadAddress, questionOf, type Address, type TableFile } from '../shipments/list-address.ts';
import type { ShipmentsQuestion } from '../shipments/shipments.graphql.ts';

/** What of a list is shown: its cargo, or the numbers in it. */
export const VIEWS = ['cargo', 'numbers'] as const;
export type View = (typeof VIEWS)[number];

export function viewOf(address: Address): View {
  return VIEWS.find((view) => view === address['show']) ?? 'cargo';
}

/** Of an address, what the list of cargo is limited and sorted by, and what is shown of it: from its start. */
export function listIn(address: Address): Address {
  const { show: _, after: __, ...list } = address;
  return list;
}

/** Rows of a page: what a firm follows in a week. */
export const ROWS = 100;

/** The shipments of a list, as the address limits them, in the order and from the place that it says. */
export function cargoOf(watchList: string, address: Address): ShipmentsQuestion {
  const { filter, sort, after } = questionOf(address);
  return { filter: { ...filter, watchList }, sort: sort ?? null, after: after ?? null };
}

/** Where all of them are downloaded. */
export function cargoDownload(file: TableFile, watchList: string, address: Address, locale: string): string {
  return `${downloadAddress(file, address, locale)}&watchList=${encodeURIComponent(watchList)}`;
} // prettier-ignore
