import { dimensionOf } from '../event-code.ts';
import type { FactClaim, JourneyFacts } from '../journey/facts.ts';
import { plain } from '../plain-text.ts';
import type { PlaceRef, TrackingEvent } from '../tracking-event.ts';
import type { AccessRules, Relation, RelationRule } from './access-rules.ts';
import type { SightKey } from './asker.ts';
import { bearingOf, ownPapers } from './bearing.ts';

/** One way to see a shipment: what has to be held, why it opens, on whose word, and until when. */
export interface Opening {
  readonly key: SightKey;
  readonly relation: Relation;
  /** Ids of the sources that say so. */
  readonly sources: ReadonlySet<string>;
  /** Epoch milliseconds; null: as long as the facts stand. */
  readonly until: number | null;
}

interface Naming {
  readonly key: SightKey;
  readonly relation: Relation;
  readonly claim: FactClaim;
}

const DAY_MS = 86_400_000;

/** Everything that opens a shipment but what was granted by name. A pure function of its facts and the rules. */
export function openingsOf(facts: JourneyFacts, rules: AccessRules): Opening[] {
  const bearing = bearingOf(facts);
  const own = ownPapers(facts);
  const namings = facts.claims
    .filter(({ inherited }) => !inherited)
    .flatMap((claim): Naming[] => {
      const how = bearing(claim);
      // What another's papers, or shared ones, say of a shared box opens nothing.
      const named = how === 'OWN' ? [...partiesIn(claim, rules), ...issuersIn(claim, own), ...officesIn(claim)] : [];
      return [...named, ...(how === 'FOREIGN' ? [] : portsIn(claim)), ...facilitiesIn(claim)];
    });
  const groups = new Map<string, Naming[]>();
  for (const naming of namings) {
    const name = `${naming.relation} ${naming.key}`;
    groups.set(name, [...(groups.get(name) ?? []), naming]);
  }
  return [...groups.values()].flatMap((group) => openingOf(group, rules));
} // prettier-ignore

function openingOf(group: readonly Naming[], { relations }: AccessRules): Opening[] {
  const [first] = group;
  const rule = first && relations.get(first.relation);
  if (!rule) return [];
  const { key, relation } = first;
  const sources = new Set(group.flatMap(({ claim }) => tellersOf(claim, rule)));
  return sources.size === 0 ? [] : [{ key, relation, sources, until: endOf(group, rule) }];
}

function tellersOf({ voices }: FactClaim, { toldBy }: RelationRule): string[] {
  return voices.filter(({ source }) => toldBy.has(source.kind)).map(({ source }) => source.id);
}

/** So long after the last move there; what has not come yet is expected there. */
function endOf(group: readonly Naming[], { days }: RelationRule): number | null {
  if (days === null) return null;
  const moves = group.flatMap(({ claim: { event } }) =>
    event.classifier === 'ACTUAL' ? Date.parse(event.time.instant) : [],
  );
  return moves.length === 0 ? null : Math.max(...moves) + days * DAY_MS;
}

/** A name identifies nobody: only a number of a register does. */
function partiesIn(claim: FactClaim, { schemes, roles }: AccessRules): Naming[] {
  return claim.event.parties.flatMap(({ role, id }): Naming[] => {
    const relation = roles.get(role);
    if (!relation || !id || !schemes.has(id.scheme)) return [];
    return [{ key: partyKey(id.scheme, id.code), relation, claim }];
  });
}

/** Who issued a bill is its carrier: SCAC of a sea carrier, prefix of an airline. */
function issuersIn(claim: FactClaim, own: ReadonlySet<string>): Naming[] {
  return claim.event.documents.flatMap(({ scheme, number, issuer }): Naming[] => {
    if (issuer === null || !own.has(`${scheme}:${plain(number)}`)) return [];
    if (scheme === 'MASTER_BILL' && /^[A-Z]{4}$/.test(issuer)) return [{ key: partyKey('SCAC', issuer), relation: 'CARRIER', claim }];
    if (scheme === 'AWB' && /^\d{3}$/.test(issuer)) return [{ key: partyKey('AIRLINE', issuer), relation: 'CARRIER', claim }];
    return [];
  });
} // prettier-ignore

function officesIn(claim: FactClaim): Naming[] {
  if (dimensionOf(claim.event.code) !== 'DOCUMENT') return [];
  return placesIn(claim.event).flatMap(({ customsOffice, facility }): Naming[] => {
    const office = facility?.scheme === 'EU_CUSTOMS' ? facility.code : customsOffice;
    return office === null ? [] : [{ key: `OFFICE:${office}`, relation: 'AUTHORITY', claim }];
  });
}

/** A port is where a ship loads, discharges or calls for it. */
function portsIn(claim: FactClaim): Naming[] {
  const { event } = claim;
  if (dimensionOf(event.code) !== 'LOGISTICS' || event.transport?.mode !== 'VESSEL') return [];
  const port = event.place?.unLocode ?? null;
  return port === null ? [] : [{ key: `PORT:${port}`, relation: 'PORT', claim }];
}

function facilitiesIn(claim: FactClaim): Naming[] {
  const key = facilityKey(claim.event.place);
  return key === null || dimensionOf(claim.event.code) !== 'LOGISTICS' ? [] : [{ key, relation: 'FACILITY', claim }];
} // prettier-ignore

/** Who operates a place holds its key; null: it is no facility. */
export function facilityKey(place: PlaceRef | null): SightKey | null {
  if (place?.facility) return `FACILITY:${place.unLocode ?? place.facility.scheme}/${place.facility.code}`;
  return place?.railStation ? `FACILITY:RAIL/${place.railStation}` : null;
}

/** As registers have it, however it was written. */
export function partyKey(scheme: string, code: string): SightKey {
  return `PARTY:${scheme}:${plain(code)
    .toUpperCase()
    .replace(/[\s.-]/g, '')}`;
}

function placesIn({ place, from, to }: TrackingEvent): PlaceRef[] {
  return [place, from, to].filter((one) => one !== null);
}
