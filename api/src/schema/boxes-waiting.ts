import { splitKey } from 'graph-schema/domain/identifier';
import { builder } from '../builder.ts';
import type { BoxesWaiting, WaitingBox, WaitReason } from '../ports/port-boxes.ts';
import { named, ProofKindEnum } from './enums.ts';
import { EventTimeType } from './event-time.ts';
import { IdentifierType } from './identifier.ts';

const LISTED = 100;

const WaitReasonEnum = named('WaitReason', 'For what boxes wait.', {
  CUSTOMS: 'For customs’ papers 海关: manifest, arrival report, declaration, transit.',
  INSPECTION: 'For a look at the goods, or under a hold 查验.',
  FEES: 'For duty or charges to be paid 税费.',
  CARRIER: 'For the carrier or the terminal to let it go 放货.',
  TRANSPORT: 'Nothing keeps it: for somebody to fetch it 提运.',
} satisfies Record<WaitReason, string>);

const WaitingBoxType = builder.objectRef<WaitingBox>('WaitingBox').implement({
  description: 'A box that waits, with the shipment that leads to its papers.',
  fields: (t) => ({
    container: t.exposeString('container', {
      nullable: true,
      description: 'Its number; null: the whole of a cargo without boxes.',
    }),
    shipmentId: t.exposeID('shipmentId', { description: 'Public id of the shipment.' }),
    title: t.field({
      type: IdentifierType,
      description: 'The number that the shipment is known by.',
      resolve: ({ anchor }) => splitKey(anchor),
    }),
    condition: t.expose('leaf', {
      type: ProofKindEnum,
      nullable: true,
      description: 'The condition that keeps it; null: none.',
    }),
    since: t.expose('since', {
      type: EventTimeType,
      nullable: true,
      description: 'Since when; null: not told.',
    }),
  }),
});

export const BoxesWaitingType = builder.objectRef<BoxesWaiting>('BoxesWaiting').implement({
  description: 'Boxes that wait at a port for the same thing.',
  fields: (t) => ({
    reason: t.expose('reason', { type: WaitReasonEnum, description: 'For what.' }),
    count: t.int({
      description: 'How many.',
      resolve: ({ boxes, onlyCounted }) => boxes.length + onlyCounted,
    }),
    onlyCounted: t.exposeInt('onlyCounted', {
      description:
        'Of these, how many are not among `boxes` since you are told their number alone, as the authority of the port.',
    }),
    boxes: t.field({
      type: [WaitingBoxType],
      description: `Which of them you may look into, ${LISTED} at most.`,
      resolve: ({ boxes }) => boxes.slice(0, LISTED),
    }),
  }),
});
