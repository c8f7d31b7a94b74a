import { builder } from '../builder.ts';
import { followFeed, type FeedPage } from '../feed/follow-feed.ts';
import { ResyncError } from '../feed/resync-error.ts';
import type { ToldClaim, ToldEntry } from '../feed/told-batch.ts';
import { forgetPage, questionOf } from './changes.ts';
import { FeedClaimType, tellPage } from './feed-entry.ts';
import { named } from './enums.ts';
import { ShipmentType } from './shipment.ts';

interface PortMove {
  readonly entry: ToldEntry;
  readonly claim: ToldClaim;
}
interface PortPage extends FeedPage {
  readonly port: string;
}

const PortNewsEnum = named('PortNews', 'What became of a claim about a port.', {
  ADDED: 'It was told.',
  WITHDRAWN: 'It was taken back, replaced, or proved to be of another cargo.',
});

const PortMoveType = builder.objectRef<PortMove>('PortMove').implement({
  description: 'Something that somebody told of a cargo at a port, or took back.',
  fields: (t) => ({
    id: t.id({
      description: 'The same whenever it is told: drop what you have had.',
      resolve: ({ entry, claim }) => `${entry.id}.${claim.id}`,
    }),
    news: t.field({
      type: PortNewsEnum,
      description: 'What became of it.',
      resolve: ({ entry }) => (entry.kind === 'ADDED' ? 'ADDED' : 'WITHDRAWN'),
    }),
    claim: t.expose('claim', { type: FeedClaimType, description: 'What is said.' }),
    at: t.field({
      type: 'DateTime',
      description: 'When it was written, by the service clock.',
      resolve: ({ entry }) => entry.at,
    }),
    shipmentId: t.id({
      description: 'Public id of the shipment.',
      resolve: ({ entry }) => entry.shipment,
    }),
    shipment: t.field({
      type: ShipmentType,
      nullable: true,
      description: 'The shipment as it is now; null: you cannot see it, or nothing stands of it.',
      resolve: ({ entry }, _, { shipments }) => shipments.load(entry.shipment),
    }),
  }),
});

const PortPageType = builder.objectRef<PortPage>('PortActivityPage').implement({
  description: 'What was told of a port, and where to go on.',
  fields: (t) => ({
    moves: t.field({
      type: [PortMoveType],
      description: 'In the order of each shipment.',
      resolve: async (page, _, context) =>
        (await tellPage(page, context)).flatMap((entry) =>
          entry.claims.filter((claim) => isAt(claim, page.port)).map((claim) => ({ entry, claim })),
        ),
    }),
    cursor: t.exposeString('cursor', { description: 'Of the feed: with it as `after` it goes on behind.' }),
    behind: t.exposeInt('behind', {
      description: 'About how much of the feed is still to be read; 0: you have all.',
    }),
  }),
});

function isAt({ event }: ToldClaim, port: string): boolean {
  return event.place?.unLocode === port;
}

builder.subscriptionField('portActivity', (t) =>
  t.field({
    type: PortPageType,
    description: 'What is told of cargo at a port 港口动态, of what you may see: moves, calls and papers, as they come in.',
    args: {
      port: t.arg.id({ required: true, description: 'UN/LOCODE.' }),
      after: t.arg.string({ description: 'A cursor, from wherever. Null: from now on.' }),
      first: t.arg.int({ description: 'How many entries of the feed at most in a page; null: 100.' }),
    },
    errors: { types: [ResyncError], union: { description: 'A page, or why one cannot go on; then it ends.' } },
    subscribe: (_, { port, after, first }, context) =>
      followFeed(context, {
        ...questionOf({ after, first, filter: { kinds: ['ADDED', 'WITHDRAWN'] } }, context),
        also: ({ claims }) => claims.some((claim) => isAt(claim, port)),
      }),
    resolve: (told: FeedPage | ResyncError, { port }, context): PortPage => {
      if (told instanceof ResyncError) throw told;
      forgetPage(context);
      return { ...told, port };
    },
  }),
); // prettier-ignore
