import { sourceActivity, type SourceActivity } from 'graph-schema/cypher/read/source-activity';
import type { SourceProfile } from 'graph-schema/domain/source';
import { builder } from '../builder.ts';

interface SourceView extends Omit<SourceActivity, 'profile'> {
  readonly profile: SourceProfile | null;
  readonly now: number;
}

const DAY_MS = 86_400_000;
const MINUTE_MS = 60_000;

const SourceCountsType = builder.objectRef<SourceView>('SourceCounts').implement({
  description: 'What a source sent in the time that was asked for.',
  fields: (t) => ({
    messages: t.exposeInt('messages', {
      description: 'Raw messages received, repeated deliveries not counted.',
    }),
    unreadable: t.exposeInt('unreadable', {
      description: 'Of these, messages of which nothing could be taken.',
    }),
    dead: t.exposeInt('dead', { description: 'Of these, dead letters.' }),
    pending: t.exposeInt('pending', { description: 'Of these, messages without an outcome yet.' }),
    events: t.exposeInt('events', { description: 'Claims taken.' }),
    positions: t.exposeInt('positions', { description: 'Positions taken.' }),
    issues: t.exposeInt('issues', { description: 'Findings about the messages.' }),
  }),
});

const SourceReportType = builder.objectRef<SourceView>('SourceReport').implement({
  description: 'Who sends, what it may send, and what it sent of late.',
  fields: (t) => ({
    id: t.exposeID('id', { description: 'Names it for good.' }),
    name: t.exposeString('name', { description: 'In English.' }),
    nameZh: t.exposeString('nameZh', { nullable: true, description: 'In Chinese, where it has one.' }),
    kind: t.exposeString('kind', {
      description:
        'What kind of voice it is: TERMINAL, CARRIER, CUSTOMS, RAIL, AIRLINE, FORWARDER, AIS, OPERATOR, INTERNAL.',
    }),
    formats: t.stringList({
      nullable: true,
      description: 'Formats that it may send; null: any.',
      resolve: ({ profile }) => (profile?.formats ? [...profile.formats] : null),
    }),
    speaksOf: t.stringList({
      description: 'Kinds, places and parties that it is limited to; empty: it may speak of anything.',
      resolve: ({ profile }) => {
        const { kinds, places, parties } = profile?.maySpeakOf ?? {
          kinds: null,
          places: null,
          parties: null,
        };
        return [...(kinds ?? []), ...(places ?? []), ...(parties ?? [])];
      },
    }),
    messagesPerMinuteMax: t.int({
      nullable: true,
      description: 'Messages that it may push a minute; null: no limit.',
      resolve: ({ profile }) => profile?.messagesPerMinuteMax ?? null,
    }),
    silentAfterMinutes: t.float({
      nullable: true,
      description: 'Minutes without a message after which it counts as silent; null: never.',
      resolve: ({ profile }) => profile?.silentAfterMinutes ?? null,
    }),
    lastReceivedAt: t.expose('lastReceivedAt', {
      type: 'DateTime',
      nullable: true,
      description: 'When it was last heard, UTC; null: never.',
    }),
    isSilent: t.boolean({
      description: 'Whether it was not heard for longer than its profile expects.',
      resolve: ({ profile, lastReceivedAt, now }) => {
        const limit = profile?.silentAfterMinutes ?? null;
        return (
          limit !== null && (lastReceivedAt === null || now - Date.parse(lastReceivedAt) > limit * MINUTE_MS)
        );
      },
    }),
    counts: t.field({
      type: SourceCountsType,
      description: 'What it sent in the time that was asked for.',
      resolve: (source) => source,
    }),
  }),
});

builder.queryField('sources', (t) =>
  t.field({
    type: [SourceReportType],
    description: 'Every source, by id, with what it sent in the last hours.',
    args: {
      hours: t.arg.float({
        defaultValue: 24,
        required: true,
        description: 'How far back the counts go, at most 720.',
      }),
    },
    resolve: async (_, { hours }, { graph, now }) => {
      const at = now();
      const since = new Date(at - Math.max(0, Math.min(hours, 720)) * (DAY_MS / 24)).toISOString();
      const rows = await graph.run(sourceActivity, { since });
      return rows.map(({ profile, ...row }): SourceView => {
        return { ...row, now: at, profile: profile === null ? null : (JSON.parse(profile) as SourceProfile) };
      });
    },
  }),
);
