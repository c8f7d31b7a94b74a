import { claimKeys } from '../claim-keys.ts';
import { isMasterOf } from '../consignment.ts';
import { splitKey, tiesTogether, type IdentifierKey, type IdentifierScheme } from '../identifier.ts';
import type { FactClaim, JourneyFacts } from '../journey/facts.ts';

/**
 * Whose papers a claim names. OWN: those of this shipment alone. MIXED: besides, those of another. SHARED: only such as
 * several hang on, as a master or a declaration of two bills. FOREIGN: another's. UNNAMED: none.
 */
export type Bearing = 'OWN' | 'MIXED' | 'SHARED' | 'FOREIGN' | 'UNNAMED';

const BILLS: ReadonlySet<IdentifierScheme> = new Set(['HOUSE_BILL', 'HAWB', 'MASTER_BILL', 'AWB']);
/** What the houses of a master have in common, though each names it. */
const COMMON: ReadonlySet<IdentifierScheme> = new Set(['MASTER_BILL', 'AWB', 'BOOKING']);

/** Whose papers the claims of a shipment name: what is shared opens nothing and hands on nothing. */
export function bearingOf(facts: JourneyFacts): (claim: FactClaim) => Bearing {
  const own = ownPapers(facts);
  const shown = new Set<IdentifierKey>([facts.anchor, ...facts.documents]);
  if (facts.master) shown.add(facts.master);
  return (claim) => {
    const papers = papersOf(claim);
    if (papers.length === 0) return 'UNNAMED';
    const isForeign = papers.some((key) => !shown.has(key));
    if (papers.some((key) => own.has(key))) return isForeign ? 'MIXED' : 'OWN';
    return isForeign ? 'FOREIGN' : 'SHARED';
  };
}

/** Papers that are this shipment's alone: its bills, and what is named with them and with no other bill. */
export function ownPapers(facts: JourneyFacts): ReadonlySet<IdentifierKey> {
  const { anchor, master, documents } = facts;
  const shown = new Set<IdentifierKey>([anchor, ...documents]);
  const named = facts.claims.filter(({ inherited }) => !inherited).map(papersOf);
  const common = new Set(named.filter((papers) => papers.some((key) => isAnothersBill(key))).flat());
  const isBill = (key: IdentifierKey) => BILLS.has(splitKey(key).scheme) && !isMasterOf(facts, key);
  const own = new Set<IdentifierKey>([anchor, ...documents.filter(isBill)]);
  const canBe = (key: IdentifierKey) =>
    shown.has(key) && key !== master && !common.has(key) && !(master && COMMON.has(splitKey(key).scheme));
  for (let size = 0; size !== own.size;) {
    size = own.size;
    for (const papers of named)
      if (papers.some((key) => own.has(key))) for (const key of papers.filter(canBe)) own.add(key);
  }
  return own;

  function isAnothersBill(key: IdentifierKey): boolean {
    return BILLS.has(splitKey(key).scheme) && key !== master && !shown.has(key);
  }
}

/** Uses of boxes in which another's cargo is, or may be: those of a house are its master's. */
export function sharedUses(facts: JourneyFacts, bearing: (claim: FactClaim) => Bearing): ReadonlySet<string> {
  if (facts.master) return new Set(facts.cycles.map(({ id }) => id));
  return new Set(
    facts.claims.flatMap((claim) =>
      claim.cycleId !== null && ['FOREIGN', 'MIXED'].includes(bearing(claim)) ? [claim.cycleId] : [],
    ),
  );
}

/** A trader's reference says nothing of whose cargo it is. */
export function papersOf({ event }: Pick<FactClaim, 'event'>): readonly IdentifierKey[] {
  return claimKeys(event).documents.filter(tiesTogether);
}
