import { downloadAddress, questionOf, SORTS, type Address } from '../shipments/list-address.ts';
import type { ShipmentsVariables } from '../shipments/shipments.graphql.ts';

/** What of a list is shown: its cargo, or the numbers in it. */
export const VIEWS = ['cargo', 'numbers'] as const;
export type View = (typeof VIEWS)[number];

export function viewOf(address: Address): View {
  return VIEWS.find((view) => view === address['show']) ?? 'cargo';
}

export function sortOf(address: Address): (typeof SORTS)[number] {
  return SORTS.find((sort) => sort === address['sort']) ?? 'URGENCY';
}

/** The shipments of a list, in the order and from the place that the address says. */
export function cargoOf(watchList: string, address: Address): ShipmentsVariables {
  const { filter, sort, after } = questionOf({ sort: address['sort'], after: address['after'] });
  return { filter: { ...filter, watchList }, sort: sort ?? null, after: after ?? null };
}

/** Where all of them are downloaded. */
export function cargoDownload(file: 'shipments.csv' | 'shipments.xlsx', watchList: string, address: Address, locale: string): string {
  return `${downloadAddress(file, { sort: address['sort'] }, locale)}&watchList=${encodeURIComponent(watchList)}`;
} // prettier-ignore
