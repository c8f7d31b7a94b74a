import type { JourneyFactsRow } from 'graph-schema/cypher/read/journey-facts';
import type { FieldGroup } from 'graph-schema/domain/access/access-rules';
import { splitKey, type Identifier, type IdentifierKey } from 'graph-schema/domain/identifier';
import type { ContainerProgress } from 'graph-schema/domain/journey/box-way';
import type { JourneyFacts } from 'graph-schema/domain/journey/facts';
import type { JourneyRules, RuleEdition } from 'graph-schema/domain/journey/journey-rules';
import { deriveJourney, type Journey } from 'graph-schema/domain/journey/derive-journey';
import type { ZoneOf } from 'graph-schema/domain/free-time/terms';
import type { TownOf } from 'graph-schema/domain/journey/towns';
import type { Tracker } from 'graph-schema/domain/whereabouts/tracker';
import { trackersOf } from 'graph-schema/domain/whereabouts/trackers';
import type { WithdrawnStatus } from './as-of/since-then.ts';
import type { ParkedStatement } from './parked-statements.ts';

/** A box of a shipment. */
export interface ContainerView extends ContainerProgress {
  /** What was parked around this use of it at the instant looked back at; null: what is parked now has to be asked. */
  readonly parkedThen: readonly ParkedStatement[] | null;
}

/** A journey with those whose positions are the cargo's now. */
export interface JourneyView extends Journey {
  readonly containers: readonly ContainerView[];
  readonly trackers: readonly Tracker[];
  /** Epoch milliseconds of the instant looked back at; null: it is the journey as it is now. */
  readonly asOf: number | null;
  /** The rules that it is judged by: those in force at that instant. */
  readonly judgedBy: readonly RuleEdition[];
}

/** Another shipment that shares boxes with this one. */
export interface RelatedShipment {
  readonly relation: 'MASTER' | 'HOUSE';
  readonly title: Identifier;
  readonly shipmentId: string;
}

/** A shipment as one reading of the graph at one instant shows it. */
export interface ShipmentView {
  readonly id: string;
  /** What it hangs on, also for whom that is withheld, whose `facts` name a box instead: tells shipments apart, and is never shown. */
  readonly hangsOn: IdentifierKey;
  readonly facts: JourneyFacts;
  readonly related: readonly RelatedShipment[];
  readonly journey: JourneyView;
  /** Of a shipment looked back at: what showed on it then and shows on it no more. */
  readonly withdrawn: readonly WithdrawnStatus[];
  /** What is kept from the one who asks. */
  readonly withheld: readonly FieldGroup[];
}

/** What events of a shipment are told by. */
export type ToldShipment = Pick<ShipmentView, 'id' | 'facts' | 'related' | 'withheld'>;

export function shipmentView(
  row: Pick<JourneyFactsRow, 'shipment' | 'master' | 'masterId' | 'houses'>,
  facts: JourneyFacts,
  now: number,
  townOf: TownOf,
  zoneOf: ZoneOf,
  rules: JourneyRules,
): ShipmentView {
  const journey = deriveJourney(facts, now, rules, townOf, zoneOf);
  const trackers = trackersOf(facts, journey, now);
  const containers = journey.containers.map((box) => ({ ...box, parkedThen: null }));
  return {
    id: row.shipment,
    hangsOn: facts.anchor,
    facts,
    related: relatedOf(row),
    journey: { ...journey, containers, trackers, asOf: null, judgedBy: rules.editions },
    withdrawn: [],
    withheld: [],
  };
}

export function related(
  relation: RelatedShipment['relation'],
  shipmentId: string,
  anchor: string,
): RelatedShipment {
  return { relation, shipmentId, title: splitKey(anchor as IdentifierKey) };
}

function relatedOf({ master, masterId, houses }: Parameters<typeof shipmentView>[0]): RelatedShipment[] {
  return [
    ...(masterId && master ? [related('MASTER', masterId, master)] : []),
    ...houses.map((house) => related('HOUSE', house.id, house.anchor)),
  ];
}
