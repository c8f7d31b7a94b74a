import type { NumberCandidate } from 'graph-schema/codes/classify';
import { identifierKey, type IdentifierKey } from 'graph-schema/domain/identifier';
import type { NumberHit } from '../context.ts';

export interface CandidateView extends NumberCandidate {
  readonly found: boolean;
}

export function keyOf({ scheme, value }: NumberCandidate): IdentifierKey {
  return identifierKey(scheme, value);
}

/** What hangs on a number: the shipment that it names, then the newest use of a box, a master before its houses. */
export function shipmentsOf(key: IdentifierKey, hits: readonly NumberHit[]): string[] {
  const rank = ({ anchor }: NumberHit) =>
    anchor === key ? 0 : anchor?.startsWith('HOUSE_BILL:') || anchor?.startsWith('HAWB:') ? 2 : 1;
  const sorted = [...hits].sort(
    (a, b) =>
      (b.from ?? 0) - (a.from ?? 0) || rank(a) - rank(b) || ((a.anchor ?? '') < (b.anchor ?? '') ? -1 : 1),
  );
  return [...new Set(sorted.flatMap((hit) => hit.shipment ?? []))];
}
