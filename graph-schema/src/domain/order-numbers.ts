import { claimKeys } from './claim-keys.ts';
import { isHouseBill, isHousePaper } from './consignment.ts';
import { splitKey, tiesTogether, type IdentifierKey } from './identifier.ts';
import type { TrackingEvent } from './tracking-event.ts';

/** A consignment by its papers, as `Consignment` and `JourneyFacts` have them. */
interface OnPapers {
  readonly anchor: IdentifierKey;
  readonly documents: readonly IdentifierKey[];
}

/**
 * Orders (traders' references) of a consignment: those that a claim names together with a paper of it. A house bill has those
 * that are named with itself, or with a paper of its goods alone: what is named with its master or its booking may be a
 * neighbour's; and what a house bill orders is no order of its master's. An order leads to a consignment; it never says what
 * belongs together.
 *
 * @param named the papers that each standing claim names; of the claims about its papers and boxes at least.
 */
export function ordersOf(
  consignment: OnPapers,
  named: readonly (readonly IdentifierKey[])[],
): ReadonlySet<IdentifierKey> {
  const withOrders = named.filter((papers) => !papers.every(tiesTogether));
  if (withOrders.length === 0) return new Set();
  const own = ownPapers(consignment, named);
  const isHouse = isHouseBill(splitKey(consignment.anchor).scheme);
  return new Set(
    withOrders
      .filter((papers) => papers.some((paper) => own.has(paper)))
      .filter((papers) => isHouse || !papers.some((paper) => isHouseBill(splitKey(paper).scheme)))
      .flatMap((papers) => papers.filter((paper) => !tiesTogether(paper))),
  );
}

/** `ordersOf` by the claims themselves. */
export function ordersTold(
  consignment: OnPapers,
  claims: readonly { readonly event: TrackingEvent }[],
): ReadonlySet<IdentifierKey> {
  return ordersOf(
    consignment,
    claims.map(({ event }) => claimKeys(event).documents),
  );
}

function ownPapers(
  { anchor, documents }: OnPapers,
  named: readonly (readonly IdentifierKey[])[],
): ReadonlySet<IdentifierKey> {
  if (!isHouseBill(splitKey(anchor).scheme)) return new Set([anchor, ...documents]);
  const isAlone = (paper: IdentifierKey) => {
    const houses = named
      .filter((papers) => papers.includes(paper))
      .flatMap((papers) => papers.filter((one) => isHouseBill(splitKey(one).scheme)));
    return houses.length > 0 && houses.every((house) => house === anchor);
  };
  return new Set([anchor, ...documents.filter((paper) => isHousePaper(paper) && isAlone(paper))]);
}
