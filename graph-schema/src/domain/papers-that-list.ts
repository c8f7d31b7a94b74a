import type { DisjointSets } from './disjoint-sets.ts';
import { tiesTogether, type IdentifierKey } from './identifier.ts';

/** What a claim about a paper says of papers and of boxes. */
interface PaperClaim {
  readonly documents: readonly IdentifierKey[];
  readonly contents: readonly IdentifierKey[];
}

/**
 * The consignments of which a paper lists boxes, each by the paper that stands for it. A box that such papers do not list is
 * no part of the consignment on the word of one message alone.
 */
export function papersThatList(claims: Iterable<PaperClaim>, together: DisjointSets): ReadonlySet<string> {
  const listing = new Set<string>();
  for (const { documents, contents } of claims)
    if (contents.length > 0)
      for (const document of documents) if (tiesTogether(document)) listing.add(together.find(document));
  return listing;
}
