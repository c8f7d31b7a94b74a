import type { Milestone } from '../journey/milestone.ts';
import type { ProofNode, ProofState, ReleaseActor } from './readiness.ts';

/** A condition that is met, by the milestones that show it; the last is since when. */
export function met(
  kind: ProofNode['kind'],
  shownBy: readonly Milestone[],
  parts: readonly ProofNode[] = [],
): ProofNode {
  return proofNode(kind, 'MET', null, shownBy, parts);
}

/** A condition that is not met, with who has to act. */
export function unmet(
  kind: ProofNode['kind'],
  state: 'NOT_MET' | 'BLOCKED',
  actor: ReleaseActor,
  shownBy: readonly Milestone[] = [],
  parts: readonly ProofNode[] = [],
): ProofNode {
  return proofNode(kind, state, actor, shownBy, parts);
}

/** A condition of which nothing is told, or that nobody asks for. */
export function bare(kind: ProofNode['kind'], state: 'UNKNOWN' | 'NOT_NEEDED'): ProofNode {
  return proofNode(kind, state, null, [], []);
}

function proofNode(
  kind: ProofNode['kind'],
  state: ProofState,
  actor: ReleaseActor | null,
  shownBy: readonly Milestone[],
  parts: readonly ProofNode[],
): ProofNode {
  const papers = new Set(shownBy.map((m) => m.document));
  return {
    kind,
    state,
    since: shownBy.at(-1)?.time ?? null,
    actor,
    document: papers.size === 1 ? (shownBy[0]?.document ?? null) : null,
    evidence: [...new Set(shownBy.flatMap((m) => m.claims.map((claim) => claim.id)))],
    parts,
  };
}
