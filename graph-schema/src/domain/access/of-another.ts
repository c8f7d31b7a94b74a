import { dimensionOf } from '../event-code.ts';
import type { FactClaim, JourneyFacts } from '../journey/facts.ts';

/** Why a box is held: another's reasons are told apart, and not told. */
export const ANOTHER_CONSIGNMENT = 'ANOTHER_CONSIGNMENT';

/**
 * What is told of another's cargo in the same box: moves, seals and state of the box, and that it is held for another
 * consignment in it; null: nothing of it shows. `holds`: codes that place or lift a hold.
 */
export function ofAnother(
  facts: JourneyFacts,
  holds: ReadonlySet<string>,
): (claim: FactClaim) => FactClaim | null {
  const numbers = new Map<string, number>();
  // By what they are, so that the order in which they came tells nothing.
  const reasons = facts.claims.map(reasonOf).filter((reason) => reason !== null);
  for (const reason of [...new Set(reasons)].sort()) numbers.set(reason, numbers.size + 1);
  return (claim) => {
    const { event, cycleId } = claim;
    if (cycleId === null) return null;
    const isHold = holds.has(event.code);
    if (dimensionOf(event.code) === 'DOCUMENT' && !isHold) return null;
    const reason = reasonOf(claim);
    const number = reason === null ? null : (numbers.get(reason) ?? null);
    return {
      ...claim,
      event: {
        ...event,
        documents: [],
        parties: [],
        goods: [],
        quantity: null,
        contents: [],
        measurements: [],
        from: null,
        to: null,
        rawCode: null,
        reason: isHold
          ? {
              scheme: ANOTHER_CONSIGNMENT,
              code: number === null ? ANOTHER_CONSIGNMENT : `${ANOTHER_CONSIGNMENT}_${number}`,
              text: 'held for another consignment in this box 同箱其他货物被扣留',
            }
          : null,
      },
    };
  };
}

function reasonOf({ event: { reason, rawCode } }: FactClaim): string | null {
  return reason?.code ?? reason?.text ?? rawCode;
}
