import { dimensionOf } from '../event-code.ts';
import { identifierKey, splitKey, type IdentifierKey } from '../identifier.ts';
import type { FactClaim, JourneyFacts, Voice } from '../journey/facts.ts';
import type { TrackingEvent } from '../tracking-event.ts';
import type { Access } from './access-to.ts';
import { bearingOf, papersOf, sharedUses, type Bearing } from './bearing.ts';
import { ofAnother } from './of-another.ts';
import { facilityKey } from './openings.ts';

/** What stands for a number that is withheld. */
const WITHHELD = '…';

/**
 * The facts as far as somebody may see them. Journeys are derived from these, so that nothing that follows from what is
 * withheld can show, whatever is derived tomorrow. `holds`: codes that place or lift a hold. `mask`: another id for a claim of
 * which something is withheld, as whoever knows the rest could try numbers until its hash comes out.
 */
export function seenFacts(
  facts: JourneyFacts,
  access: Access,
  holds: ReadonlySet<string>,
  mask: (id: string) => string,
): JourneyFacts {
  const { groups, facilities } = access;
  const hasPapers = groups.has('PAPERS') && facilities === null;
  const hasAll = hasPapers && groups.has('PARTIES') && groups.has('GOODS');
  const bearing = bearingOf(facts);
  const shared = sharedUses(facts, bearing);
  const another = ofAnother(facts, holds);
  const claims = facts.claims.flatMap((claim): FactClaim[] => {
    if (facilities !== null && !isMoveAt(claim, facilities)) return [];
    const seen = throughSharing(claim, bearing(claim), { facts, shared, another });
    if (!seen) return [];
    const event = inGroups(seen.event, access, hasPapers);
    if (!event) return [];
    const isWhole = bearing(claim) === 'OWN' || (bearing(claim) === 'UNNAMED' && !isShared(claim, shared));
    const voices = seen.voices.map((voice) => seenVoice(voice, access, isWhole, mask));
    return [{ ...seen, id: isWhole && hasAll ? claim.id : mask(claim.id), event, voices }];
  });
  if (hasPapers) return { ...facts, claims };
  const [box] = facts.cycles;
  const anchor = box
    ? identifierKey('CONTAINER', box.container)
    : identifierKey(splitKey(facts.anchor).scheme, WITHHELD);
  return { ...facts, anchor, master: null, houses: [], documents: [], claims };
}

interface Sharing {
  readonly facts: JourneyFacts;
  readonly shared: ReadonlySet<string>;
  readonly another: (claim: FactClaim) => FactClaim | null;
}

/** Sight does not travel through what is shared: a box, a master, a declaration. */
function throughSharing(claim: FactClaim, bearing: Bearing, { facts, shared, another }: Sharing): FactClaim | null {
  const shown = new Set<IdentifierKey>([facts.anchor, ...facts.documents, ...(facts.master ? [facts.master] : [])]);
  switch (bearing) {
    case 'OWN':
      return claim;
    case 'FOREIGN':
      return another(claim);
    case 'UNNAMED':
      return isShared(claim, shared) || claim.inherited ? { ...claim, event: withoutCargo(claim.event, []) } : claim;
    case 'MIXED':
    case 'SHARED': {
      const papers = new Set(papersOf(claim).filter((key) => shown.has(key)));
      const documents = claim.event.documents.filter(({ scheme, number }) => papers.has(`${scheme}:${number}`));
      return { ...claim, event: withoutCargo(claim.event, documents) };
    }
  }
} // prettier-ignore

function isShared({ cycleId }: FactClaim, shared: ReadonlySet<string>): boolean {
  return cycleId !== null && shared.has(cycleId);
}

/** What is said of the whole of a box or a master is not said of the part in it. */
function withoutCargo(event: TrackingEvent, documents: TrackingEvent['documents']): TrackingEvent {
  const { reason } = event;
  return {
    ...event,
    documents,
    parties: [],
    goods: [],
    quantity: null,
    contents: [],
    measurements: [],
    reason: reason && { ...reason, text: null },
  };
}

function isMoveAt({ event, inherited }: FactClaim, facilities: readonly string[]): boolean {
  const key = facilityKey(event.place);
  return !inherited && key !== null && facilities.includes(key) && dimensionOf(event.code) === 'LOGISTICS';
}

/** Null: it is wholly of a group that is withheld. */
function inGroups(event: TrackingEvent, { groups, facilities }: Access, hasPapers: boolean): TrackingEvent | null {
  const dimension = dimensionOf(event.code);
  if (dimension === 'DOCUMENT' && !hasPapers) return null;
  if (dimension === 'SENSOR' && !groups.has('POSITIONS')) return null;
  if (event.code === 'FREE_TIME_ENDS' && !groups.has('MONEY')) return null;
  const hasGoods = groups.has('GOODS') && facilities === null;
  return {
    ...event,
    documents: hasPapers ? event.documents : [],
    parties: groups.has('PARTIES') && hasPapers ? event.parties : [],
    goods: hasGoods ? event.goods : [],
    quantity: hasGoods ? event.quantity : null,
    contents: hasPapers ? event.contents : [],
    measurements: groups.has('POSITIONS') ? event.measurements : [],
    // Where its bill says that it comes from and goes is no move there.
    from: facilities === null ? event.from : null,
    to: facilities === null ? event.to : null,
    reason: hasPapers ? event.reason : event.reason && { ...event.reason, text: null },
  };
} // prettier-ignore

function seenVoice(voice: Voice, { groups, sources }: Access, isWhole: boolean, mask: (id: string) => string): Voice {
  if (sources.includes(voice.source.id)) return { ...voice, readable: 'AROUND' };
  // Who knows most of a message could try the rest until its hash comes out.
  const told = { ...voice, sha256: '' };
  const isReadable = isWhole && groups.has('EVIDENCE');
  // Around it stands what the same file tells of others.
  if (isReadable) return { ...told, readable: 'SPAN' };
  return { ...told, rawId: mask(voice.rawId), messageRef: null, readable: 'NOTHING' };
} // prettier-ignore
