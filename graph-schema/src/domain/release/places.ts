import type { EventCode } from '../event-code.ts';
import type { Leg } from '../journey/legs.ts';
import { placeOf, type Milestone } from '../journey/milestone.ts';
import type { PlaceRef, TransportMode } from '../tracking-event.ts';
import { isDeclaration, standingTransits } from './papers.ts';
import type { Regime } from './readiness.ts';
import { customsOf, territoryOf, type ReleaseLeaves } from './release-leaves.ts';

/** A place that customs must let the cargo leave. */
export interface PlaceToLeave {
  readonly place: PlaceRef;
  readonly regime: Regime;
  readonly territory: string;
  /** By which it comes into the territory, for an export leaves it; null where no leg says so. */
  readonly mode: TransportMode | null;
  /** The other place within the territory, where the goods travel under transit between two. */
  readonly otherEnd: PlaceRef | null;
}

/**
 * Where the cargo leaves one territory and where it enters another, in the order of its way. Under transit 转关 there
 * are two within the territory that it enters: the port lets it go by the transit, the place where that ends by the
 * declaration; and two within the one that it leaves: the inland office, and the port where the transit ends. Ports where it only changes ships are none. Empty where no border is crossed. While nobody says where to, the
 * place that an export must leave stands alone.
 */
export function placesToLeave(
  legs: readonly Leg[],
  destination: PlaceRef | null,
  documents: readonly Milestone[],
  leaves: ReleaseLeaves,
): PlaceToLeave[] {
  const territory = (place: PlaceRef | null) => territoryOf(place, leaves);
  const end = destination ?? legs.findLast((leg) => leg.to)?.to ?? null;
  const target = territory(end);
  const origin =
    legs
      .flatMap((leg) => [leg.from, leg.to])
      .map(territory)
      .find((known) => known !== null) ?? null;
  // Where no other country is known, an import declaration says as much as a leg would.
  const isDeclared = documents.some((m) => customsOf(m, leaves).direction === 'IMPORT');
  const isOpen = !target || (target === origin && destination === null && legs.at(-1)?.to === null);
  if (isOpen && !isDeclared) return placeOut(legs, documents, leaves);
  if (!end || !target || (target === origin && !isDeclared)) return [];
  const places: PlaceToLeave[] = [];
  const out = legs.find((leg, index) => {
    // Where a leg ends that nobody has told the end of, the next one begins.
    const to = territory(leg.to ?? legs[index + 1]?.from ?? end);
    return origin !== null && territory(leg.from) === origin && to !== null && to !== origin;
  });
  if (out?.from && origin) {
    const port = { place: out.from, territory: origin, mode: out.mode, otherEnd: null };
    places.push(...waysOut({ ...port, regime: 'EXPORT' }, legs, documents, leaves));
  }
  const into = legs.find((leg) => territory(leg.to) === target && territory(leg.from) !== target);
  const entry = { place: into?.to ?? end, territory: target, mode: into?.mode ?? null };
  const there = documents.filter((m) => [target, null].includes(customsOf(m, leaves).territory));
  if (standingTransits(there).length === 0)
    return [...places, { ...entry, regime: 'IMPORT', otherEnd: null }];
  const inland = inlandEnd(
    entry.place,
    [end, ...legs.map((leg) => leg.to).reverse(), transitsTo(there), declaredAt(there)],
    territory,
  );
  places.push({ ...entry, regime: 'TRANSIT', otherEnd: inland });
  if (inland) {
    places.push({ ...entry, place: inland, regime: 'IMPORT', otherEnd: entry.place });
  }
  return places;
}

/**
 * Where an export that goes nobody knows where leaves: where its last carriage begins, else where it is declared. Customs must
 * have spoken of it as one: by the number of a declaration, or where a ship or flight takes it and none brought it. Else it may
 * be a cargo that stays in the country, one that changes ships, or an import on its way inland.
 */
function placeOut(
  legs: readonly Leg[],
  documents: readonly Milestone[],
  leaves: ReleaseLeaves,
): PlaceToLeave[] {
  const papers = documents
    .filter(({ code }) => isDeclaration(code) || OF_CARGO.test(code))
    .map((m) => ({ place: m.place, ...customsOf(m, leaves) }));
  const out = legs.findLast((leg) => leg.mode !== 'TRUCK' && leg.from);
  const place = out?.from ?? papers.findLast((paper) => paper.direction === 'EXPORT' && paper.place)?.place;
  const territory = territoryOf(place ?? null, leaves);
  if (!place || territory === null || territoryOf(out?.to ?? null, leaves) !== null) return [];
  const abroad = legs.filter((leg) => leg.mode === 'VESSEL' || leg.mode === 'AIR');
  const cameIn = abroad.some((leg) => territoryOf(leg.to, leaves) === territory);
  const isByShip = out !== undefined && abroad.includes(out) && !cameIn;
  const isExport = papers.some(
    (paper) => paper.territory === territory && (isByShip || paper.direction === 'EXPORT'),
  );
  if (!isExport) return [];
  const port = { place, territory, mode: out?.mode ?? null, otherEnd: null };
  return waysOut({ ...port, regime: 'EXPORT' }, legs, documents, leaves);
}

const BEGINS: ReadonlySet<EventCode> = new Set<EventCode>([
  'TRANSIT_DECLARED', 'TRANSIT_ACCEPTED', 'TRANSIT_RELEASED', 'TRANSIT_DEPARTED',
]); // prettier-ignore

/**
 * The port where it leaves the country, behind the inland office 启运地海关 where goods of an export in transit 出口转关 are
 * declared. An office is told without its town, so a transit counts as one to the port only where it names another office as
 * its end, or where the cargo is carried to the port from elsewhere in the country.
 */
function waysOut(
  port: PlaceToLeave,
  legs: readonly Leg[],
  documents: readonly Milestone[],
  leaves: ReleaseLeaves,
): PlaceToLeave[] {
  const here = documents.filter((m) => customsOf(m, leaves).territory === port.territory);
  const begun = standingTransits(here)
    .flatMap(({ steps }) => steps)
    .find(({ code, place }) => BEGINS.has(code) && place !== null);
  const inland = begun?.place ?? null;
  if (!inland || sameTown(inland, port.place)) return [port];
  const end = transitsTo(here);
  const isCarried = legs.some(
    ({ from, to }) =>
      from && sameTown(to, port.place) && !sameTown(from, to) && territoryOf(from, leaves) === port.territory,
  );
  const isToPort = end === null ? isCarried : !sameTown(end, inland);
  if (!isToPort) return [port];
  return [
    { ...port, place: inland, regime: 'EXPORT_TRANSIT', otherEnd: port.place },
    { ...port, otherEnd: inland },
  ];
}

/** Whether an export comes there under customs' seal. */
export function endsTransitOut({ regime, otherEnd }: Pick<PlaceToLeave, 'regime' | 'otherEnd'>): boolean {
  return regime === 'EXPORT' && otherEnd !== null;
}

const OF_CARGO = /^(?:MANIFEST|ARRIVAL_REPORT)_/;

/** Whether both are the same place or lie in the same town. */
export function sameTown(a: PlaceRef | null, b: PlaceRef | null): boolean {
  if (!a || !b) return false;
  return (a.unLocode !== null && a.unLocode === b.unLocode) || placeOf(a) === placeOf(b);
}

/** The first of the places, the most certain first, that lies behind the port in the same territory. */
function inlandEnd(
  port: PlaceRef,
  candidates: readonly (PlaceRef | null)[],
  territory: (place: PlaceRef | null) => string | null,
): PlaceRef | null {
  return (
    candidates.find((place) => place && territory(place) === territory(port) && !sameTown(place, port)) ??
    null
  );
}

/** The office that a transit declaration names as its end. */
function transitsTo(documents: readonly Milestone[]): PlaceRef | null {
  const told = documents.flatMap((m) => (m.code.startsWith('TRANSIT_') ? m.claims : []));
  return told.findLast(({ event }) => event.to)?.event.to ?? null;
}

/** Where it is declared, for transits of which no carriage inland is known yet. */
function declaredAt(documents: readonly Milestone[]): PlaceRef | null {
  return documents.findLast((m) => m.code.startsWith('DECL_') && m.place)?.place ?? null;
}
