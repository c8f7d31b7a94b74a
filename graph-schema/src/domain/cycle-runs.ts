import type { CycleClaim } from './cycle-claim.ts';
import type { Consignments } from './cycle-papers.ts';
import type { IdentifierKey } from './identifier.ts';

/** A paper of the only consignment that is told of on a run; null where there are several. */
interface Named {
  readonly root: string;
  readonly paper: IdentifierKey;
}

/**
 * Terminals name the ship and not the bill. A box is aboard one run for one cargo, so a claim that names a run and no
 * paper goes with the consignment that others name on that run of this box, if it is one: it is answered with a paper of
 * it. All others are answered as they are.
 */
export function withPapersOfRuns(
  sorted: readonly CycleClaim[],
  consignments: Consignments,
): readonly CycleClaim[] {
  if (!sorted.some(isSilent)) return sorted;
  const byRun = new Map<IdentifierKey, Named | null>();
  for (const claim of sorted) {
    const { run, listing, documents } = claim;
    const root = run === null || listing ? null : consignments.of(claim);
    const [paper] = documents;
    if (run === null || root === null || paper === undefined) continue;
    const named = byRun.get(run);
    if (named === undefined) byRun.set(run, { root, paper });
    else if (named && named.root !== root) byRun.set(run, null);
    else if (named && paper < named.paper) byRun.set(run, { root, paper });
  }
  return sorted.map((claim) => {
    const named = isSilent(claim) && claim.run !== null ? byRun.get(claim.run) : null;
    return named ? { ...claim, documents: [named.paper] } : claim;
  });
}

function isSilent({ run, documents, listing }: CycleClaim): boolean {
  return run !== null && documents.length === 0 && !listing;
}
