import { ask, type Service } from './ask.ts';
import { LookupManyDocument, ShipmentsDocument, type NumberLookup, type ShipmentFilter, type ShipmentPage, type ShipmentSort } from './list.graphql.ts'; // prettier-ignore

export interface ListOptions {
  /** Which; left out: all that one may see. */
  readonly filter?: ShipmentFilter;
  /** In what order; left out: by urgency. */
  readonly sort?: ShipmentSort;
  /** What was known at this instant, ISO 8601; left out: now. */
  readonly asOf?: string;
  /** The cursor of a row, behind which the list begins; left out: from the start. */
  readonly after?: string;
  /** How many on a page, up to 100. */
  readonly first?: number;
  /** Aborted: the question that is being asked rejects, and no other is. */
  readonly signal?: AbortSignal;
}

export const ON_A_PAGE = 100;
/** The service takes twice as many in one request, but not with all that is asked of each here. */
export const NUMBERS_AT_ONCE = 100;

/**
 * Shipments page by page to the last one; each page is asked for when the one before was taken. Throws a `RequestError`: then go on
 * with the `after` of the last row that you had. `isPartial` of a page says that of an instant something is left out.
 */
export async function* listShipments(
  service: Service,
  { signal, after, first = ON_A_PAGE, ...wish }: ListOptions = {},
): AsyncGenerator<ShipmentPage, void> {
  for (let at: string | null = after ?? null, isMore = true; isMore;) {
    const asked = { after: at, first, ...wish };
    const { shipments }: { shipments: ShipmentPage } = await ask(service, ShipmentsDocument, asked, signal ?? null);
    yield shipments;
    ({ endCursor: at, hasNextPage: isMore } = shipments.pageInfo);
  }
} // prettier-ignore

/** What each of any number of numbers leads to, in the order in which they are asked, by one request after the other. */
export async function lookUpMany(
  service: Service,
  numbers: readonly string[],
  asOf: string | null,
): Promise<readonly NumberLookup[]> {
  const found: NumberLookup[] = [];
  for (let from = 0; from < numbers.length; from += NUMBERS_AT_ONCE) {
    const some = numbers.slice(from, from + NUMBERS_AT_ONCE);
    found.push(...(await ask(service, LookupManyDocument, { numbers: some, asOf })).lookupMany);
  }
  return found;
}
