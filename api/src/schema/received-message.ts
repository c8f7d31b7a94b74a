import { messageClaims } from 'graph-schema/cypher/read/message-claims';
import { messageShipments } from 'graph-schema/cypher/read/message-shipments';
import { receivedMessagesById } from 'graph-schema/cypher/read/received-messages-by-id';
import type { ReceivedMessage } from 'graph-schema/cypher/read/received-messages';
import type { SourceProfile } from 'graph-schema/domain/source';
import { readClaim } from 'graph-schema/identity/claim-text';
import { builder } from '../builder.ts';
import { NotFoundError } from '../errors.ts';
import { ListedShipmentType } from './listed-shipment.ts';
import { MessageClaimType } from './message-claim.ts';
import { EvidenceTextType, issuesOf, MessageIssueType, textAt } from './message-issue.ts';
import { NodeInterface } from './node-interface.ts';
import { SourceType } from './voice.ts';

const MOST = 200;
const CLAIMS = 20;
const SHIPMENTS = 100;
/** As much as ingest gives at a time. */
const TEXT_BYTES = 4000;

export const ReceivedMessageType = builder.objectRef<ReceivedMessage>('ReceivedMessage').implement({
  description: 'What a source sent, and what became of it.',
  interfaces: [NodeInterface],
  fields: (t) => ({
    id: t.exposeID('id', { description: 'Id of the raw message: its source and the hash of its bytes.' }),
    source: t.exposeString('source', { description: 'Id of the source.' }),
    sender: t.field({
      type: SourceType,
      description: 'The source with its names.',
      resolve: ({ source: id, sourceName: name, sourceNameZh: nameZh, sourceKind }) => ({
        id,
        name,
        nameZh,
        kind: sourceKind as SourceProfile['kind'],
        trust: {},
      }),
    }),
    sha256: t.exposeString('sha256', { description: 'Hash of its bytes, hex.' }),
    fileName: t.exposeString('fileName', {
      nullable: true,
      description: 'As its sender named it, cut at 200 characters; null: it came without a name.',
    }),
    receivedAt: t.expose('receivedAt', { type: 'DateTime', description: 'When it was first received, UTC.' }),
    outcome: t.exposeString('outcome', {
      nullable: true,
      description:
        'READ: something was taken. UNREADABLE: nothing could be. DEAD: failed again and again. Null: not read yet.',
    }),
    format: t.exposeString('format', { nullable: true, description: 'What it was read as; null: unknown.' }),
    bytes: t.int({ description: 'Its length.', resolve: ({ bytes }) => bytes }),
    deliveries: t.int({ description: 'How often it came.', resolve: ({ deliveries }) => deliveries }),
    events: t.int({ description: 'Claims taken.', resolve: ({ events }) => events ?? 0 }),
    positions: t.int({ description: 'Positions taken.', resolve: ({ positions }) => positions ?? 0 }),
    issueCount: t.int({ description: 'Findings about it.', resolve: ({ issueCount }) => issueCount ?? 0 }),
    issues: t.field({
      type: [MessageIssueType],
      description: 'The first of them, those of errors before the others.',
      args: { first: t.arg.int({ defaultValue: 5, required: true, description: 'How many, at most 200.' }) },
      resolve: (message, { first }) =>
        issuesOf(message)
          .toSorted((a, b) => Number(b.severity === 'ERROR') - Number(a.severity === 'ERROR'))
          .slice(0, Math.max(0, Math.min(first, MOST))),
    }),
    notEntitled: t.int({
      description: 'Of the findings, those of what was not taken because its source may not speak of it.',
      resolve: ({ notEntitled }) => notEntitled ?? 0,
    }),
    notEntitledFor: t.stringList({
      description: 'Why: `kind GATED_IN`, `place NLRTM`, `party COSU`, `format edifact-codeco`, each once.',
      resolve: ({ notEntitledFor }) => notEntitledFor ?? [],
    }),
    text: t.field({
      type: EvidenceTextType,
      nullable: true,
      description: `Its text from a byte on, at most ${TEXT_BYTES} bytes of it; null: there is none there, it is not stored any more, or ingest does not answer.`,
      args: { from: t.arg.int({ defaultValue: 0, required: true, description: 'The first byte, from 0.' }) },
      resolve: ({ id }, { from }, context) => {
        // A list tells it as well, of each message that it is asked of.
        context.access.audit.seen(context.asker, 'sawMessage', id);
        const start = Math.max(0, from);
        return textAt(context, id, start, start + TEXT_BYTES);
      },
    }),
    claims: t.field({
      type: [MessageClaimType],
      description: 'What it says by its latest reading, in the order of its text.',
      complexity: ({ first }) => ({ field: 1, multiplier: Math.min(first ?? CLAIMS, MOST) }),
      args: {
        first: t.arg.int({ defaultValue: CLAIMS, required: true, description: `How many, at most ${MOST}.` }),
      },
      resolve: async ({ id }, { first }, { graph }) => {
        const rows = await graph.run(messageClaims, { raw: id, limit: Math.max(0, Math.min(first, MOST)) });
        return rows.map((row) => ({ ...row, rawId: id, event: readClaim(row.claim) }));
      },
    }),
    shipments: t.field({
      type: [ListedShipmentType],
      description: `Shipments on whose journeys one of its claims shows, at most ${SHIPMENTS}; what it tells of a ship or train shows on those of its cargo, which are not listed.`,
      resolve: async ({ id }, _, { graph, listed }) => {
        const rows = await graph.run(messageShipments, { raw: id, limit: SHIPMENTS });
        const found = await listed.loadMany(rows.map(({ shipment }) => shipment));
        return found.flatMap((one) => (one === null || one instanceof Error ? [] : [one]));
      },
    }),
  }),
});

builder.queryField('receivedMessage', (t) =>
  t.field({
    type: ReceivedMessageType,
    errors: { types: [NotFoundError], union: { description: 'The message, or that there is none.' } },
    description: 'One received message.',
    args: { id: t.arg.id({ required: true, description: '`<source>:<SHA-256>`.' }) },
    resolve: async (_, { id }, { graph, access, asker }) => {
      const [message] = await graph.run(receivedMessagesById, { ids: [id] });
      if (!message) throw new NotFoundError(`The message ${id}`);
      access.audit.seen(asker, 'sawMessage', id);
      return message;
    },
  }),
);
