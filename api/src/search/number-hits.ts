import type { NumberCandidate } from 'graph-schema/codes/classify';
import { identifierKey, type Identifier, type IdentifierKey } from 'graph-schema/domain/identifier';
import type { NumberHit } from '../context.ts';

export interface CandidateView extends NumberCandidate {
  readonly found: boolean;
}

export function keyOf({ scheme, value }: NumberCandidate): IdentifierKey {
  return identifierKey(scheme, value);
}

/** More hits than a person reads are cut off; search is for finding many. */
const HITS_MAX = 20;

/** What the kinds of number that a text can be lead to: ids by candidate, and the best hits, each shipment once. */
export function hitsOf(
  candidates: readonly NumberCandidate[],
  found: readonly (readonly NumberHit[] | undefined)[],
): {
  readonly ids: readonly (readonly string[])[];
  readonly top: readonly { readonly id: string; readonly via: Identifier }[];
} {
  const ids = candidates.map((candidate, index) => shipmentsOf(keyOf(candidate), found[index] ?? []));
  const seen = new Set<string>();
  const wanted = candidates.flatMap(({ scheme, value }, index) =>
    (ids[index] ?? [])
      .filter((id) => !seen.has(id) && seen.add(id))
      .map((id) => ({ id, via: { scheme, value } })),
  );
  return { ids, top: wanted.slice(0, HITS_MAX) };
}

/** What hangs on a number: the shipment that it names, then the newest use of a box, a master before its houses. */
function shipmentsOf(key: IdentifierKey, hits: readonly NumberHit[]): string[] {
  const rank = ({ anchor }: NumberHit) =>
    anchor === key ? 0 : anchor?.startsWith('HOUSE_BILL:') || anchor?.startsWith('HAWB:') ? 2 : 1;
  const sorted = [...hits].sort(
    (a, b) =>
      (b.from ?? 0) - (a.from ?? 0) || rank(a) - rank(b) || ((a.anchor ?? '') < (b.anchor ?? '') ? -1 : 1),
  );
  return [...new Set(sorted.flatMap((hit) => hit.shipment ?? []))];
}
