import { bearingOf, papersOf, sharedUses } from '../access/bearing.ts';
import type { EventCode } from '../event-code.ts';
import { splitKey, type IdentifierKey, type IdentifierScheme } from '../identifier.ts';
import { plain } from '../plain-text.ts';
import type { FactClaim, JourneyFacts } from './facts.ts';

/** What ends a paper; what was said on it before counts no more. */
const VOIDS: ReadonlySet<EventCode> = new Set<EventCode>([
  'BL_VOIDED', 'BOOKING_CANCELLED', 'MANIFEST_DELETED', 'DECL_CANCELLED', 'TRANSIT_CANCELLED', 'ORDER_CANCELLED', 'DO_REVOKED',
]); // prettier-ignore

/**
 * Claims that speak of this cargo alone: of its own papers, and of boxes in which there is no other. What a master says is
 * said of all its houses together, and what another bill says of another cargo. Papers that were voided say nothing.
 */
export function ownClaims(facts: JourneyFacts): FactClaim[] {
  const bearing = bearingOf(facts);
  const shared = sharedUses(facts, bearing);
  const own = facts.claims.filter((claim) => {
    if (claim.inherited) return false;
    const isOfBox = facts.master === null && (claim.cycleId === null || !shared.has(claim.cycleId));
    return bearing(claim) === 'OWN' || (bearing(claim) === 'UNNAMED' && isOfBox);
  });
  const voids = own.filter(({ event }) => VOIDS.has(event.code) && event.classifier === 'ACTUAL');
  return own.filter((claim) => !voids.some((end) => isVoided(claim, end)));
}

/** Of one family, as the steps of a declaration are, and of the paper that this family is about. */
function isVoided(claim: FactClaim, end: FactClaim): boolean {
  if (familyOf(claim) !== familyOf(end) || claim.event.time.instant > end.event.time.instant) return false;
  const papers = papersOfFamily(claim);
  return papersOfFamily(end).some((key) => papers.includes(key));
}

const BILLS: readonly IdentifierScheme[] = ['HOUSE_BILL', 'HAWB', 'MASTER_BILL', 'AWB'];
/** What the events of a family are about, the paper of least cargo first; the other papers that they name are only named. */
const FAMILIES: Readonly<Record<string, readonly IdentifierScheme[]>> = {
  BL: BILLS,
  MANIFEST: BILLS,
  BOOKING: ['BOOKING'],
  DECL: ['DECLARATION', 'MRN'],
  TRANSIT: ['TRANSIT', 'MRN'],
  DO: ['DELIVERY_ORDER'],
};

/** The bill that a new one replaces is named by it, and its end is not that of the new one. */
function papersOfFamily(claim: FactClaim): readonly IdentifierKey[] {
  const { reason } = claim.event;
  const replaced = reason?.scheme === 'REPLACES' ? (reason.code?.split(' ').map(plain) ?? []) : [];
  const papers = papersOf(claim).filter((key) => !replaced.includes(splitKey(key).value));
  const about = FAMILIES[familyOf(claim)]?.find((scheme) =>
    papers.some((key) => splitKey(key).scheme === scheme),
  );
  return about ? papers.filter((key) => splitKey(key).scheme === about) : papers;
}

function familyOf({ event }: FactClaim): string {
  return event.code.slice(0, event.code.indexOf('_'));
}
