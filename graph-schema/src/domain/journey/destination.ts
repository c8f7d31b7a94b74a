import { claimKeys } from '../claim-keys.ts';
import type { EventCode } from '../event-code.ts';
import { splitKey, type IdentifierKey } from '../identifier.ts';
import type { PlaceRef } from '../tracking-event.ts';
import type { FactClaim } from './facts.ts';
import type { Leg } from './legs.ts';
import { placeOf, type Milestone } from './milestone.ts';

/** What the carrier tells of its bill. A manifest is not among them: it names where one ship puts the cargo ashore. */
const BILL_TOLD: ReadonlySet<EventCode> = new Set<EventCode>([
  'BL_DRAFTED', 'BL_ISSUED', 'BL_AMENDED', 'BL_SURRENDERED', 'ARRIVAL_NOTICE_SENT',
]); // prettier-ignore
const BOOKING_TOLD: ReadonlySet<EventCode> = new Set<EventCode>([
  'BOOKING_REQUESTED', 'BOOKING_CONFIRMED', 'BOOKING_AMENDED', 'SI_SUBMITTED',
]); // prettier-ignore

/** Where the bill says that the cargo goes; without a bill the rail or road note that it hangs on, else the booking. */
export function toldDestination(claims: readonly FactClaim[], anchor: IdentifierKey): PlaceRef | null {
  return destinationWords(claims, anchor)[0]?.claim.event.to ?? null;
}

/** Where that same paper sent it before it was amended. */
export function formerDestinations(claims: readonly FactClaim[], anchor: IdentifierKey): PlaceRef[] {
  const [last, ...before] = destinationWords(claims, anchor);
  const told = last?.claim.event.to;
  if (!told) return [];
  const papers = claimKeys(last.claim.event).documents;
  return before.flatMap(({ claim: { event }, rank }) => {
    const isOfPaper = rank === last.rank && claimKeys(event).documents.some((key) => papers.includes(key));
    return isOfPaper && event.to && isElsewhere(event.to, told) ? [event.to] : [];
  });
}

/** The word that counts first, the last said of its paper at the top. */
function destinationWords(claims: readonly FactClaim[], anchor: IdentifierKey) {
  return claims
    .filter(({ event, inherited }) => event.classifier === 'ACTUAL' && event.to !== null && !inherited)
    .map((claim) => ({ claim, rank: rankOf(claim, anchor) }))
    .filter(({ rank }) => rank < NOT_SAID)
    .sort((a, b) => a.rank - b.rank || at(b.claim) - at(a.claim) || (a.claim.id < b.claim.id ? -1 : 1));
}

const NOT_SAID = 3;

/** The cargo's own paper first, then another bill (the master of a house), then the booking. */
function rankOf({ event }: FactClaim, anchor: IdentifierKey): number {
  const isOwn = claimKeys(event).documents.includes(anchor);
  if (BILL_TOLD.has(event.code)) return isOwn ? 0 : 1;
  // A note of carriage to the port, under a bill of lading, ends at the port.
  if (event.code === 'CONSIGNMENT_NOTE_ISSUED') return isOwn && isNote(anchor) ? 0 : NOT_SAID;
  return BOOKING_TOLD.has(event.code) ? 2 : NOT_SAID;
}

function isNote(key: IdentifierKey): boolean {
  const { scheme } = splitKey(key);
  return scheme === 'RAIL_NOTE' || scheme === 'ROAD_NOTE';
}

function at(claim: FactClaim): number {
  return Date.parse(claim.event.time.instant);
}

/**
 * The told destination while it still lies ahead: no carriage that is known of reaches it, and nobody has delivered
 * the cargo elsewhere. Null too where the two places cannot be compared (a station and a port): then the carriage's
 * own end counts.
 */
export function stillAhead(
  told: PlaceRef | null,
  legs: readonly Leg[],
  milestones: readonly Milestone[],
): PlaceRef | null {
  if (told === null || legs.some((leg) => leg.to && isSamePlace(leg.to, told))) return null;
  const isDelivered = milestones.some(
    (m) => m.classifier === 'ACTUAL' && (m.code === 'DELIVERED' || m.code === 'STRIPPED'),
  );
  const end = legs.at(-1)?.to ?? null;
  return isDelivered || (end && !isElsewhere(end, told)) ? null : told;
}

export function isSamePlace(a: PlaceRef, b: PlaceRef): boolean {
  return placeOf(a) === placeOf(b) || (a.unLocode !== null && a.unLocode === b.unLocode);
}

export function isElsewhere(a: PlaceRef, b: PlaceRef): boolean {
  if (a.unLocode && b.unLocode) return a.unLocode !== b.unLocode;
  return a.railStation !== null && b.railStation !== null && a.railStation !== b.railStation;
}
