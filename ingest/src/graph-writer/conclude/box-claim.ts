import type { ContainerClaimRow } from 'graph-schema/cypher/conclude/list-container-claims';
import type { CycleClaim } from 'graph-schema/domain/cycle-claim';
import { tiesTogether, type IdentifierKey } from 'graph-schema/domain/identifier';
import type { TownPoints } from 'graph-schema/domain/town-points';

/** A standing claim about a box, or of a paper that lists it, made once for all the cuts that it takes part in. */
export interface BoxClaim {
  /** What cutting needs; of its papers only those that tie together. */
  readonly cut: CycleClaim;
  /** All papers that it names. */
  readonly documents: readonly IdentifierKey[];
  /** Why no cycle holds it; null: nothing is known against it. */
  readonly parked: string | null;
  /** Ids of the claims that speak against it, with blanks between; null: none do. */
  readonly against: string | null;
}

export function boxClaim(row: ContainerClaimRow, points: TownPoints): BoxClaim {
  const [id, at, code, classifier, loadState, named, listing, run, parked, against, place] = row;
  const documents = named as readonly IdentifierKey[];
  return {
    cut: {
      id,
      at,
      code: code as CycleClaim['code'],
      classifier: classifier as CycleClaim['classifier'],
      loadState: loadState as CycleClaim['loadState'],
      // Nearly always all of them.
      documents: documents.every(tiesTogether) ? documents : documents.filter(tiesTogether),
      listing,
      run: run as IdentifierKey | null,
      place,
      point: place === null ? null : points(place),
    },
    documents,
    parked,
    against,
  };
}
