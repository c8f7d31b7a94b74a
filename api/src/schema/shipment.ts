import { isoInstantOrNull } from 'graph-schema/domain/instant-text';
import { splitKey, type Identifier } from 'graph-schema/domain/identifier';
import { goodsOf } from 'graph-schema/domain/journey/goods';
import { partiesOf } from 'graph-schema/domain/journey/parties';
import { builder } from '../builder.ts';
import { AsOfError, NotFoundError } from '../errors.ts';
import type { RelatedShipment, ShipmentView } from '../journey/shipment-view.ts';
import { asOfArgument, WithdrawnStatusType } from './as-of.ts';
import { RelationEnum } from './enums.ts';
import { FieldGroupEnum } from './field-group.ts';
import { GoodsType } from './goods.ts';
import { IdentifierType } from './identifier.ts';
import { JourneyType } from './journey.ts';
import { NodeInterface } from './node-interface.ts';
import { PartyType } from './party.ts';

const RelatedShipmentType = builder.objectRef<RelatedShipment>('RelatedShipment').implement({
  description: 'A shipment that shares boxes with this one: its master, or a house of it.',
  fields: (t) => ({
    relation: t.expose('relation', { type: RelationEnum, description: 'What the other one is to this one.' }),
    title: t.expose('title', { type: IdentifierType, description: 'The number that it is known by.' }),
    shipmentId: t.exposeID('shipmentId', { description: 'Its public id.' }),
  }),
});

export const ShipmentType = builder.objectRef<ShipmentView>('Shipment').implement({
  description: 'The cargo of one bill on its whole journey.',
  interfaces: [NodeInterface],
  fields: (t) => ({
    id: t.exposeID('id', { description: 'Public id; survives every re-reading of the facts.' }),
    title: t.field({
      type: IdentifierType,
      description: 'The number that it is known by.',
      resolve: (s) => splitKey(s.facts.anchor),
    }),
    identifiers: t.field({
      type: [IdentifierType],
      description: 'Every number that leads to it.',
      resolve: identifiersOf,
    }),
    related: t.field({
      type: [RelatedShipmentType],
      description: 'Its master, or its houses.',
      resolve: (s) => [...s.related],
    }),
    parties: t.field({
      type: [PartyType],
      description:
        'Who has to do with it, by role: consignor and consignee first; of one role whom the last word names first. Of a house its own, not those of its master.',
      resolve: (s) => partiesOf(s.facts),
    }),
    goods: t.field({
      type: [GoodsType],
      description:
        'What it is, as each paper says, the last said first. What seals its boxes have: `ContainerProgress.seals`.',
      resolve: (s) => goodsOf(s.facts),
    }),
    journey: t.expose('journey', { type: JourneyType, description: 'Its whole way.' }),
    asOf: t.field({
      type: 'DateTime',
      nullable: true,
      description: 'The instant as of which this was known; null: it is as known now.',
      resolve: ({ journey: { asOf } }) => isoInstantOrNull(asOf),
    }),
    withdrawn: t.field({
      type: [WithdrawnStatusType],
      description: 'Looking back: what showed on it then and does not any more, in order of time.',
      resolve: (s) => [...s.withdrawn],
    }),
    withheld: t.field({
      type: [FieldGroupEnum],
      description: 'What is kept from the one who asks: lists of these are empty, and fields null.',
      resolve: (s) => [...s.withheld],
    }),
  }),
});

function identifiersOf({ facts }: ShipmentView): Identifier[] {
  const papers = facts.documents.filter((key) => key !== facts.anchor).map(splitKey);
  const boxes = [...new Set(facts.cycles.map((cycle) => cycle.container))];
  return [
    splitKey(facts.anchor),
    ...papers,
    ...boxes.map((value): Identifier => ({ scheme: 'CONTAINER', value })),
  ];
}

builder.queryField('shipment', (t) =>
  t.field({
    type: ShipmentType,
    description: 'One shipment by its public id. An id that was merged into another answers with that one.',
    args: {
      id: t.arg.id({ required: true, description: 'Public id.' }),
      asOf: t.arg({ type: 'DateTime', description: asOfArgument }),
    },
    errors: {
      types: [NotFoundError, AsOfError],
      union: { description: 'The shipment, or why there is none.' },
    },
    resolve: async (_, { id, asOf }, context) => {
      const shipment = await (asOf
        ? context.shipmentsThen.load({ id, at: Date.parse(asOf) })
        : context.shipments.load(id));
      if (!shipment) throw new NotFoundError(`Shipment ${id}`);
      return shipment;
    },
  }),
);
