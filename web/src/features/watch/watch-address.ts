import { downloadAddress, questionOf, type Address, type TableFile } from '../shipments/list-address.ts';
import type { ShipmentsQuestion } from '../shipments/shipments.graphql.ts';

/** What of a list is shown: its cargo, or the numbers in it. */
export const VIEWS = ['cargo', 'numbers'] as const;
export type View = (typeof VIEWS)[number];

export function viewOf(address: Address): View {
  return VIEWS.find((view) => view === address['show']) ?? 'cargo';
}

/** The shipments of a list, in the order and from the place that the address says. */
export function cargoOf(watchList: string, address: Address): ShipmentsQuestion {
  const { filter, sort, after } = questionOf({ ...orderIn(address), after: address['after'] });
  return { filter: { ...filter, watchList }, sort: sort ?? null, after: after ?? null };
}

/** Where all of them are downloaded. */
export function cargoDownload(file: TableFile, watchList: string, address: Address, locale: string): string {
  return `${downloadAddress(file, orderIn(address), locale)}&watchList=${encodeURIComponent(watchList)}`;
} // prettier-ignore

/** Of an address, in what order: nothing else limits what a list leads to. */
function orderIn(address: Address): Address {
  return { sort: address['sort'], direction: address['direction'] };
}
