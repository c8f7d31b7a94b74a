import type { KnownShipmentRow } from 'graph-schema/cypher/read/known-shipments';
import type { Asker } from 'graph-schema/domain/access/asker';
import { deriveJourney } from 'graph-schema/domain/journey/derive-journey';
import type { JourneyFacts } from 'graph-schema/domain/journey/facts';
import { zonesOf } from 'graph-schema/domain/free-time/terms';
import { townsOf } from 'graph-schema/domain/journey/towns';
import { pastErrorsFor } from 'graph-schema/facts/past-errors';
import { trackersOf } from 'graph-schema/domain/whereabouts/trackers';
import { ownRules } from '../../access/own-rules.ts';
import type { Services } from '../../context.ts';
import { related, type RelatedShipment, type ShipmentView } from '../shipment-view.ts';
import { ownFacts } from './facts-then.ts';
import { findShipment } from './find-shipment.ts';
import { freshnessThen } from './freshness-then.ts';
import type { Standing } from './known-world.ts';
import { parkedAround } from './parked-then.ts';
import { cycleIds, shipmentIds } from './public-ids.ts';
import { movedAway, sinceThen, withdrawnStatuses } from './since-then.ts';
import { withToldOfRuns } from './told-then.ts';

type Reads = Pick<Services, 'graph' | 'places'> & { readonly asker: Asker };

/** A shipment of an instant, and the id that was asked for; null: it was found by a number. */
export interface Wanted {
  readonly facts: JourneyFacts;
  readonly row: KnownShipmentRow | null;
}

/** Shipments as they showed at an instant, without what is another one's now. */
export async function viewsThen(
  { asker, graph, places }: Reads,
  wanted: readonly Wanted[],
  then: Standing,
  today: Standing,
): Promise<ShipmentView[]> {
  const uses = new Map(then.cycles.map((cycle) => [cycle.id, cycle]));
  const carried = [...new Set(wanted.flatMap(({ facts }) => facts.cycles))].flatMap(
    ({ id }) => uses.get(id) ?? [],
  );
  const anchors = wanted.flatMap(({ facts: { anchor, master, houses } }) => [anchor, ...houses, ...(master ? [master] : [])]); // prettier-ignore
  const [idOf, useIdOf] = await Promise.all([shipmentIds(graph, anchors), cycleIds(graph, carried)]);
  const looks = wanted.map((one) => {
    const row = one.row ?? rowOf(one.facts.anchor, idOf(one.facts.anchor));
    const since = sinceThen(findShipment(today.shipments, row), today);
    const moved = movedAway(one.facts.claims, since);
    const documents = one.facts.documents.filter((key) => !since.papersElsewhere.has(key));
    const own = ownFacts({ ...one.facts, documents }, new Set(moved.map(({ id }) => id)));
    return { row, since, moved, own, facts: one.facts };
  });
  const known = await withToldOfRuns(
    graph,
    looks.map(({ own }) => own),
    then.at,
  );
  const [fresh, past] = [await freshnessThen(graph, known, then.at), await pastErrorsFor(graph, known)];
  const beside = past === null ? fresh : { ...fresh, pastErrors: past };
  const towns = townsOf(places);
  const zones = zonesOf(places);
  const rules = ownRules(asker, then.at);
  return looks.map(({ row, since, moved, facts }, index): ShipmentView => {
    const named = withPublicIds({ ...(known[index] ?? facts), ...beside }, row.asked, useIdOf);
    const journey = deriveJourney(named, then.at, rules, towns, zones);
    const cycleOf = new Map(facts.cycles.map(({ id }) => [useIdOf(id), uses.get(id)]));
    const containers = journey.containers.map((box) => {
      const cycle = cycleOf.get(box.cycleId);
      return { ...box, parkedThen: cycle ? parkedAround(cycle, then, since) : [] };
    });
    const milestones = [...journey.logistics, ...journey.documents];
    return {
      id: row.asked,
      hangsOn: facts.anchor,
      facts: named,
      related: relatedThen(facts, idOf),
      journey: {
        ...journey,
        containers,
        trackers: trackersOf(named, journey, then.at),
        asOf: then.at,
        judgedBy: rules.editions,
      },
      withdrawn: withdrawnStatuses(moved, milestones, since),
      withheld: [],
    };
  });
}

/** A shipment that a number led to stands for itself. */
function rowOf(anchor: string, id: string): KnownShipmentRow {
  return { asked: id, askedAnchor: anchor, id, anchor, documents: [], aliases: [] };
}

function withPublicIds(facts: JourneyFacts, id: string, useIdOf: (id: string) => string): JourneyFacts {
  return {
    ...facts,
    shipmentId: id,
    cycles: facts.cycles.map((cycle) => ({ ...cycle, id: useIdOf(cycle.id) })),
    claims: facts.claims.map((claim) =>
      claim.cycleId === null ? claim : { ...claim, cycleId: useIdOf(claim.cycleId) },
    ),
  };
}

function relatedThen({ master, houses }: JourneyFacts, idOf: (anchor: string) => string): RelatedShipment[] {
  return [
    ...(master ? [related('MASTER', idOf(master), master)] : []),
    ...houses.map((house) => related('HOUSE', idOf(house), house)),
  ];
}
