import { seenBy, type Asking, type Seen, type ToldShipment } from './model.ts';
import { NOW } from './moment.ts';
import { STATION } from './told-cargo.ts';

/** A claim as the feed and calls tell it. */
export interface SaidClaim {
  readonly id: string;
  readonly code: string;
  readonly classifier: string;
  readonly time: { readonly instant: string };
  readonly place: { readonly id: string; readonly unLocode: string | null; readonly facility: string | null } | null;
  readonly equipmentReference: string | null;
  readonly loadState: string | null;
  readonly transport: { readonly mode: string; readonly name: string | null; readonly voyage: string | null } | null;
  readonly documents: readonly { readonly scheme: string; readonly value: string }[];
} // prettier-ignore

interface SaidException {
  readonly id: string;
  readonly kind: string;
  readonly severity: string;
}

export interface SaidChange {
  readonly parts: readonly string[];
  readonly phase: string | null;
  readonly place: { readonly id: string } | null;
  readonly eta: { readonly time: { readonly instant: string } } | null;
  readonly opened: readonly SaidException[];
  readonly changed: readonly SaidException[];
  readonly closed: readonly SaidException[];
}

export interface SaidEntry {
  readonly id: string;
  readonly shipmentId: string;
  readonly kind: string;
  readonly mergedInto: string | null;
  readonly claims: readonly SaidClaim[];
  readonly change: SaidChange | null;
}

/** What somebody reads of the journey itself: entries say no more than it does. */
export interface OwnJourney {
  readonly phase: string;
  readonly currentPlace: { readonly id: string } | null;
  readonly eta: { readonly time: { readonly instant: string } } | null;
  readonly exceptions: readonly { readonly id: string }[];
}

const MOVES: ReadonlySet<string> = new Set([
  'GATED_IN',
  'RECEIVED',
  'LOADED',
  'DEPARTED',
  'ARRIVED',
  'DISCHARGED',
]);

/** What devices on a box say of it. */
const SENSED: ReadonlySet<string> = new Set(['DETECTED']);

/** Papers of this cargo alone, and those that it shares with what is in the same box. */
function papersOf({ number, box, cargo }: ToldShipment): { own: ReadonlySet<string>; shared: ReadonlySet<string> } {
  const customs = [cargo?.declared?.number, cargo?.transit?.number];
  const common = [box.bill, box.booking];
  const named = (numbers: readonly (string | null | undefined)[]) => new Set(numbers.filter((one) => one !== null && one !== undefined));
  const isAlone = box.cargos.length === 1;
  return { own: named([number, ...customs, ...(isAlone ? common : [])]), shared: named(isAlone ? [] : common) };
} // prettier-ignore

/**
 * What somebody reads of a claim, by what whoever sees all reads: a move, or a paper where papers are shown; of another's cargo
 * in the same box its moves alone, and no paper; of what is shared no more than is shared. Null: nothing.
 */
export function claimFor(claim: SaidClaim, shipment: ToldShipment, { groups, isHereOnly }: Seen): SaidClaim | null {
  const { own, shared } = papersOf(shipment);
  // A trader's own number says nothing of whose cargo it is.
  const papers = claim.documents.filter(({ scheme }) => scheme !== 'REFERENCE').map(({ value }) => value);
  const isMove = MOVES.has(claim.code);
  const isAnothers = papers.length > 0 && papers.every((paper) => !own.has(paper) && !shared.has(paper));
  if (SENSED.has(claim.code) && !groups.has('POSITIONS')) return null;
  // A station is a facility by itself.
  const isHere = claim.place !== null && (claim.place.facility !== null || claim.place.id === `RAIL:${STATION}`);
  if (isHereOnly && !(isMove && isHere)) return null;
  if (!isMove && !SENSED.has(claim.code) && (!groups.has('PAPERS') || isAnothers)) return null;
  if (isAnothers && claim.equipmentReference === null) return null;
  const isOwn = papers.some((paper) => own.has(paper)) && papers.every((paper) => own.has(paper) || shared.has(paper));
  const isShown = groups.has('PAPERS') && !isHereOnly;
  const documents = !isShown ? [] : isOwn ? claim.documents : claim.documents.filter(({ scheme, value }) => scheme !== 'REFERENCE' && (own.has(value) || shared.has(value)));
  const isWhole = isOwn && isShown && groups.has('PARTIES') && groups.has('GOODS');
  return { ...claim, id: isWhole ? claim.id : MASKED, documents };
} // prettier-ignore

/** Stands for an id that is another where something is withheld, so that nobody finds out what by trying. */
export const MASKED = 'another id';

/** Entries with ids of claims as `claimFor` has them: `all` of whoever sees all, whose ids nobody else may read but with the whole of the claim. */
export function masked(entries: readonly SaidEntry[], all: readonly SaidEntry[]): SaidEntry[] {
  const known = new Set(all.flatMap(({ claims }) => claims.map(({ id }) => id)));
  const maskedClaim = (claim: SaidClaim) => ({ ...claim, id: known.has(claim.id) ? claim.id : MASKED });
  return entries.map((entry) => ({ ...entry, claims: entry.claims.map(maskedClaim) }));
}

/** What somebody reads of an entry; null: it is not told to him. */
export function entryFor(entry: SaidEntry, shipment: ToldShipment, asking: Asking, journey: OwnJourney | null): SaidEntry | null {
  const seen = seenBy(asking, shipment, NOW);
  if (!seen || !journey) return null;
  const claims = entry.claims.flatMap((claim) => claimFor(claim, shipment, seen) ?? []);
  const change = entry.change && changeFor(entry.change, seen, journey);
  const isNothing = claims.length === 0 && change === null;
  if (isNothing && (entry.kind === 'ADDED' || entry.change !== null)) return null;
  return { ...entry, claims, change };
} // prettier-ignore

function changeFor(change: SaidChange, { groups }: Seen, journey: OwnJourney): SaidChange | null {
  const known = new Set(journey.exceptions.map(({ id }) => id));
  const only = (some: readonly SaidException[]) => some.filter(({ id }) => known.has(id));
  const parts = change.parts.filter((part) => part !== 'READINESS' && (part !== 'ETA' || groups.has('ETA')));
  const [opened, changed, closed] = [only(change.opened), only(change.changed), only(change.closed)];
  if (parts.length + opened.length + changed.length + closed.length === 0) return null;
  return {
    parts,
    phase: parts.includes('PHASE') ? journey.phase : null,
    place: parts.includes('PLACE') ? journey.currentPlace : null,
    eta: parts.includes('ETA') ? journey.eta : null,
    opened,
    changed,
    closed,
  };
} // prettier-ignore
