import type { Exception, Journey, Proof, Readiness } from '../journey/shipment.graphql.ts';
import { groupExceptions } from './group-exceptions.ts';

/**
 * One thing that stops the cargo or soon will: an exception, a condition of release that keeps it where it is, or a hold
 * of which release says nothing (a country without rules, a place that is not its own).
 */
export type Stop =
  | { readonly kind: 'EXCEPTION'; readonly exception: Exception }
  | { readonly kind: 'LEAF'; readonly leaf: Proof; readonly at: Readiness }
  | { readonly kind: 'HOLD'; readonly hold: Journey['blockers'][number] };

type Judged = Pick<Journey, 'exceptions' | 'readiness' | 'blockers'>;

/** What the code of a hold tells apart. */
const OF_HOLDS: ReadonlySet<Exception['kind']> = new Set(['CUSTOMS_STUCK', 'INSPECTION_OVERDUE']);

/** The worst first: open exceptions by weight, then what keeps it at the place where it is, then other holds. */
export function whatStops({ exceptions, readiness, blockers }: Judged): Stop[] {
  const open = groupExceptions(exceptions).filter(({ closedAt }) => closedAt === null);
  const told = new Set(open.flatMap(({ kind, of }) => (OF_HOLDS.has(kind) ? [of] : [])));
  const covered = new Set<string>(blockers.filter(({ code }) => told.has(code)).map(({ leaf }) => leaf));
  const leaves: Stop[] = [];
  for (const at of readiness) {
    const leaf = at.blocking;
    if (!leaf || !keepsItNow(at) || covered.has(leaf.kind)) continue;
    covered.add(leaf.kind);
    leaves.push({ kind: 'LEAF', leaf, at });
  }
  const holds = blockers
    .filter(({ code, leaf }) => !told.has(code) && !covered.has(leaf))
    .map((hold): Stop => ({ kind: 'HOLD', hold }));
  return [...open.map((exception): Stop => ({ kind: 'EXCEPTION', exception })), ...leaves, ...holds];
}

/** What a place far ahead still asks for stops nothing today, unless somebody has refused it already. */
function keepsItNow({ presence, blocking }: Readiness): boolean {
  return presence === 'THERE' || presence === 'ALONGSIDE' || blocking?.state === 'BLOCKED';
}

/** Where the cargo is now and whether it may leave: of several boxes the one that is worst off. */
export function releaseHere(readiness: readonly Readiness[]): Readiness | null {
  const here = readiness.filter(({ presence }) => presence === 'THERE');
  return (
    here.find(({ verdict }) => verdict === 'NOT_READY') ??
    here.find(({ verdict }) => verdict === 'UNKNOWN') ??
    here[0] ??
    null
  );
}
