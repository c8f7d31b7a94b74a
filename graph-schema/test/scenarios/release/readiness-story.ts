import { container } from '../../../src/domain/claim.ts';
import type { IdentifierKey } from '../../../src/domain/identifier.ts';
import { deriveJourney } from '../../../src/domain/journey/derive-journey.ts';
import type { FactClaim } from '../../../src/domain/journey/facts.ts';
import { placeOf } from '../../../src/domain/journey/milestone.ts';
import { deriveReadiness } from '../../../src/domain/release/derive-readiness.ts';
import type { LeafKind, ProofNode, Readiness } from '../../../src/domain/release/readiness.ts';
import type { ReleaseLeaves } from '../../../src/domain/release/release-leaves.ts';
import { eventId } from '../../../src/identity/event-id.ts';
import { getHolds } from '../../../src/reference/holds.ts';
import { getReleaseLeaves } from '../../../src/reference/release-leaves.ts';
import { factsOf } from '../../../src/testing/journey-story.ts';

/** The readiness as it is answered once these claims are told, long after. */
export function readinessOf(
  bill: IdentifierKey,
  claims: readonly FactClaim[],
  leaves: ReleaseLeaves = getReleaseLeaves(),
): readonly Readiness[] {
  const facts = factsOf(bill, claims);
  const { logistics, documents, legs, destination } = deriveJourney(
    facts,
    Date.parse('2027-06-01T00:00:00Z'),
  );
  return deriveReadiness({
    logistics,
    documents,
    legs,
    destination,
    cycles: facts.cycles,
    holds: getHolds(),
    leaves,
    loose: null,
  });
}

/** The answer after each of the steps in turn: what was told last, and the verdict of each box and place. */
export function showAfterEach(
  bill: IdentifierKey,
  before: readonly FactClaim[],
  steps: readonly (FactClaim | readonly FactClaim[])[],
): string {
  const told = [...before];
  return steps
    .map((step) => {
      const claims = 'event' in step ? [step] : step;
      told.push(...claims);
      const codes = [...new Set(claims.map((claim) => claim.event.code))];
      return `${codes.join(' ')}: ${readinessOf(bill, told).map(showVerdict).join(' | ')}`;
    })
    .join('\n');
}

/** `NOT_READY DUTY DECLARANT`, after the regime where that is no import. */
export function showVerdict({ regime, verdict, blocking }: Readiness): string {
  return [regime === 'IMPORT' ? null : regime, verdict, blocking?.kind, blocking?.actor]
    .filter(Boolean)
    .join(' ');
}

/** By box and place: `CSQU3054383 CNNBO NOT_READY DUTY DECLARANT`. */
export function showEach(readiness: readonly Readiness[]): string[] {
  return readiness.map((one) => `${one.container ?? '-'} ${placeOf(one.place)} ${showVerdict(one)}`);
}

export function leafOf(readiness: Readiness | undefined, kind: LeafKind): ProofNode | undefined {
  return readiness?.proof.parts.find((part) => part.kind === kind);
}

/** The same claim of a paper that lists boxes. */
export function listing(claim: FactClaim, ...boxes: readonly string[]): FactClaim {
  const event = { ...claim.event, contents: boxes.map((box) => container(box)) };
  return { ...claim, id: eventId(event), event };
}
