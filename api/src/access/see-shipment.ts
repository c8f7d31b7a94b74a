import { FIELD_GROUPS } from 'graph-schema/domain/access/access-rules';
import { accessTo, type Access } from 'graph-schema/domain/access/access-to';
import type { Asker } from 'graph-schema/domain/access/asker';
import { seenFacts } from 'graph-schema/domain/access/seen-facts';
import { dimensionOf, EVENT_CODES } from 'graph-schema/domain/event-code';
import { zonesOf } from 'graph-schema/domain/free-time/terms';
import type { JourneyFacts } from 'graph-schema/domain/journey/facts';
import { townsOf } from 'graph-schema/domain/journey/towns';
import { loadFacts, type LoadedFacts } from 'graph-schema/facts/load-facts';
import { getAccessRules } from 'graph-schema/reference/access-rules';
import { getJourneyRules } from 'graph-schema/reference/journey-rules';
import type { Services } from '../context.ts';
import { shipmentView, type RelatedShipment, type ShipmentView } from '../journey/shipment-view.ts';
import type { AccessService } from './access-service.ts';
import { journeyWithin } from './journey-groups.ts';
import { ownRules } from './own-rules.ts';

export type Seeing = Pick<Services, 'graph' | 'now' | 'places'> & {
  readonly access: Pick<AccessService, 'mask' | 'audit'>;
  readonly asker: Asker;
};

/** What the one who asks sees of these shipments now, by the id that was asked for; left out: nothing. */
export async function seeShipments(
  seeing: Seeing,
  loaded: readonly LoadedFacts[],
  at: number,
): Promise<ReadonlyMap<string, ShipmentView>> {
  const { asker } = seeing;
  const seen = loaded.flatMap(({ row, facts }): [string, ShipmentView][] => {
    const access = accessTo(facts, asker, getAccessRules(), at);
    if (access === null) return [];
    return [[row.asked, viewOf(seeing, { row, facts }, access, at)]];
  });
  for (const [, { id }] of seen) seeing.access.audit.seen(asker, 'saw', id);
  if (asker.sight === 'ALL') return new Map(seen);
  const related = await relatedInSight(seeing, seen.flatMap(([, view]) => view.related), at); // prettier-ignore
  return new Map(seen.map(([id, view]) => [id, { ...view, related: view.related.filter((one) => related.has(one.shipmentId)) }])); // prettier-ignore
}

/** Of a shipment as it was known at an instant what may be seen with today's rights. */
export function seeThen(seeing: Seeing, view: ShipmentView, access: Access, at: number): ShipmentView {
  seeing.access.audit.seen(seeing.asker, 'sawThen', view.id);
  const row = { shipment: view.id, master: null, masterId: null, houses: [] };
  const seen = viewOf(seeing, { row, facts: view.facts }, access, at);
  const withdrawn = view.withdrawn
    .filter(({ code }) => access.facilities === null && (access.groups.has('PAPERS') || isMove(code)))
    .map((status) => ({ ...status, milestoneId: null }));
  return { ...seen, journey: { ...seen.journey, asOf: view.journey.asOf }, withdrawn };
}

type Viewed = { readonly row: Parameters<typeof shipmentView>[0]; readonly facts: JourneyFacts };

function viewOf(
  { asker, places, access: { mask } }: Seeing,
  { row, facts }: Viewed,
  access: Access | 'ALL',
  at: number,
): ShipmentView {
  const towns = townsOf(places);
  const zones = zonesOf(places);
  const rules = ownRules(asker, at);
  if (access === 'ALL') return shipmentView(row, facts, at, towns, zones, rules);
  const view = shipmentView(row, seenFacts(facts, access, holdsAt(at), mask), at, towns, zones, rules);
  const hasPapers = access.groups.has('PAPERS') && access.facilities === null;
  return {
    ...view,
    hangsOn: facts.anchor,
    related: hasPapers ? view.related : [],
    journey: journeyWithin(view.journey, access.groups),
    withheld: FIELD_GROUPS.filter((group) => !access.groups.has(group)),
  };
}

/** Sight does not travel from a house to its master, nor back: what cannot be opened is not named. */
async function relatedInSight(
  { graph, asker }: Seeing,
  related: readonly RelatedShipment[],
  at: number,
): Promise<ReadonlySet<string>> {
  if (related.length === 0) return new Set();
  const loaded = await loadFacts(graph, related.map(({ shipmentId }) => shipmentId)); // prettier-ignore
  const open = loaded.filter(({ facts }) => accessTo(facts, asker, getAccessRules(), at) !== null);
  return new Set(open.map(({ row }) => row.asked));
}

/** Codes that place a hold, or lift one. */
function holdsAt(at: number): ReadonlySet<string> {
  const { holds } = getJourneyRules(at);
  return new Set([
    'HELD',
    'HOLD_LIFTED',
    ...holds.flatMap(({ placed, lifted, liftedInChina }) => [placed, ...lifted, ...liftedInChina]),
  ]);
}

function isMove(code: string): boolean {
  const known = EVENT_CODES.find((one) => one === code);
  return known !== undefined && dimensionOf(known) === 'LOGISTICS';
}
