import { consignments, type Consignment, type LinkClaim } from '../consignment.ts';
import { groupBy } from '../group-by.ts';
import { splitKey, type IdentifierKey } from '../identifier.ts';
import type { FactClaim, JourneyFacts } from '../journey/facts.ts';
import { carriedBy } from './carried.ts';
import { cutBoxes, isPaper, keyed, type CutBoxes, type KeyedClaim, type KnownCycle } from './cut-boxes.ts';
import { NO_TOWN_POINTS, type TownPoints } from '../town-points.ts';
import { knownShips, shipNamesIn } from '../ship-names.ts';
import { inheritedClaims, staysOf } from './inheritance.ts';

/** Everything that follows from a set of claims. */
export interface Concluded extends CutBoxes {
  /** One a consignment, by anchor; ids are the anchors and numbers of uses, as public ids come from history. */
  readonly shipments: readonly JourneyFacts[];
}

/**
 * What the graph writer concludes step by step, drawn at once from all claims that stand: uses of boxes, consignments, who
 * carries what, and what is inherited from runs. A pure function of the set of claims: with `standingAt` it answers what
 * was known at any instant, and it is what the graph is held against.
 */
export function concludeAll(claims: readonly FactClaim[], points: TownPoints = NO_TOWN_POINTS): Concluded {
  const all = keyed([...new Map(claims.map((claim) => [claim.id, claim])).values()]);
  const boxes = cutBoxes(all, points);
  const found = consignments(linksOf(all, boxes.cycles));
  const byAnchor = new Map(found.map((consignment) => [consignment.anchor, consignment]));
  const housesOf = groupBy(found, ({ master }) => master);
  const usesOf = groupBy(boxes.cycles, ({ container }) => container);
  const toldAbout = groupBy(all, ({ keys }) => keys.subject);
  const claimsOf = (key: IdentifierKey) => (toldAbout.get(key) ?? []).map(({ claim }) => claim);
  const byId = new Map(all.map(({ claim }) => [claim.id, claim]));
  const ships = knownShips(shipNamesIn(all.map(({ claim }) => claim.event.transport)));
  const shipments = found.map((consignment): JourneyFacts => {
    const masters = consignment.masters.flatMap((master) => byAnchor.get(master) ?? []);
    const carried = carriedBy(consignment, masters, (box) => usesOf.get(box) ?? []);
    const own = [...shownBy(consignment, claimsOf), ...carried.flatMap((use) => heldBy(use, byId))];
    const cycles = carried.map(({ id, container, aboard, to }) => ({
      id,
      container: splitKey(container).value,
      endedAt: to,
      aboard,
    }));
    const stays = staysOf(cycles, own);
    return {
      shipmentId: consignment.anchor,
      anchor: consignment.anchor,
      master: consignment.master,
      houses: (housesOf.get(consignment.anchor) ?? []).map(({ anchor }) => anchor),
      documents: [...consignment.documents].sort(),
      cycles: cycles.map(({ id, container, endedAt }) => ({ id, container, endedAt })),
      claims: [...own, ...inheritedClaims(stays, own, ships, claimsOf)],
    };
  });
  return { ...boxes, shipments };
}

/** What ties papers to one another and to boxes: claims about papers, and the uses of boxes. */
function linksOf(all: readonly KeyedClaim[], cycles: readonly KnownCycle[]): LinkClaim[] {
  const links = new Map<string, LinkClaim>();
  const add = (documents: readonly IdentifierKey[], containers: readonly IdentifierKey[]) => {
    const id = `${documents.join('|')} ${containers.join('|')}`;
    links.set(id, { id, documents, containers });
  };
  for (const { keys } of all) if (isPaper(keys.subject)) add(keys.documents, keys.contents);
  for (const { sets, container } of cycles) for (const set of sets) add(set, [container]);
  return [...links.values()];
}

/** The claims about its papers. */
function shownBy(consignment: Consignment, claimsOf: (key: IdentifierKey) => FactClaim[]): FactClaim[] {
  return [...consignment.documents].sort().flatMap(claimsOf);
}

/** The claims about a box that belong to one use of it. */
function heldBy(use: KnownCycle, byId: ReadonlyMap<string, FactClaim>): FactClaim[] {
  return use.holds.flatMap((id) => {
    const claim = byId.get(id);
    return claim ? [{ ...claim, cycleId: use.id }] : [];
  });
}
