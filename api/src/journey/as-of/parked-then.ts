import { claimKeys } from 'graph-schema/domain/claim-keys';
import type { KnownCycle } from 'graph-schema/domain/known/cut-boxes';
import { PARKED_SLACK_MS, parkedStatements, type ParkedStatement } from '../parked-statements.ts';
import type { Standing } from './known-world.ts';
import type { SinceThen } from './since-then.ts';

/** What no use of the box held at that instant and may have been meant for this one; the rule of `parkedClaims`. */
export function parkedAround(
  { container, documents, from, to }: KnownCycle,
  { claims, parked, against }: Standing,
  { elsewhere, still }: SinceThen,
): ParkedStatement[] {
  const near = claims.flatMap((claim) => {
    const reason = parked.get(claim.id);
    if (reason === undefined) return [];
    const keys = claimKeys(claim.event);
    if (keys.container !== container || (elsewhere.has(claim.id) && !still.has(claim.id))) return [];
    const at = Date.parse(claim.event.time.instant);
    const isMeant = keys.documents.some((paper) => documents.includes(paper));
    const isNear =
      from !== null && at >= from - PARKED_SLACK_MS && at <= (to === null ? at : to + PARKED_SLACK_MS);
    return isMeant || isNear ? [{ claim, reason, against: against.get(claim.id) ?? [] }] : [];
  });
  return parkedStatements(near);
}
