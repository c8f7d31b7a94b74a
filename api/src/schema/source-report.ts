import {
  countWaitingMessages,
  listNotEntitledReasons,
  listReceivedMessages,
} from 'graph-schema/cypher/read/received-messages';
import { sourceActivity, type SourceActivity } from 'graph-schema/cypher/read/source-activity';
import { sourcePace } from 'graph-schema/cypher/read/source-pace';
import { readReason } from 'graph-schema/domain/not-entitled';
import { SETTING_DOUBTS, type SettingDoubt, type SourceProfile } from 'graph-schema/domain/source';
import { builder } from '../builder.ts';
import type { Context } from '../context.ts';
import { NotFoundError } from '../errors.ts';
import { issuesOf, MessageIssueType, type IssueView } from './message-issue.ts';
import { lagOf, type SourceLag } from './source-lag.ts';

interface SourceView extends Omit<SourceActivity, 'profile'> {
  /** `doubts`: as ingest found them when it read the settings. */
  readonly profile: (SourceProfile & { readonly doubts?: readonly SettingDoubt[] }) | null;
  readonly now: number;
  /** Null: ingest does not say. */
  readonly heldBack: number | null;
  readonly lastHour: number;
  /** Null: not known. */
  readonly lag: SourceLag | null;
  readonly waiting: { readonly notEntitled: number; readonly dead: number };
}

const DAY_MS = 86_400_000;
const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;
/** How long messages wait is told of so many of the newest of a day. */
const PACED = 200;

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
    duplicates: t.exposeInt('duplicates', { description: 'Deliveries of what had come before.' }),
    notEntitled: t.exposeInt('notEntitled', {
      description: 'Messages of which something was not taken, as the source may not speak of it.',
    }),
    unmapped: t.exposeInt('unmapped', { description: 'Codes in them that have no meaning still.' }),
    heldBack: t.exposeInt('heldBack', {
      nullable: true,
      description:
        'How often it was held back because it sent more than it may a minute; null: not known just now.',
    }),
  }),
});

interface Reason extends NonNullable<(typeof listNotEntitledReasons)['row']> {}

const ReasonType = builder.objectRef<Reason>('NotEntitledReason').implement({
  description: 'Why something was not taken because its source may not speak of it.',
  fields: (t) => ({
    reason: t.exposeString('reason', { description: 'For `receivedMessages` and `readAgain`.' }),
    limit: t.string({
      description: 'What part of the profile: KIND, PLACE, PARTY or FORMAT.',
      resolve: ({ reason }) => readReason(reason).limit,
    }),
    what: t.string({
      nullable: true,
      description: 'What was said that lies outside; null: nothing of the kind was named.',
      resolve: ({ reason }) => readReason(reason).what,
    }),
    messages: t.exposeInt('messages', { description: 'Messages that it concerns.' }),
    since: t.expose('since', { type: 'DateTime', description: 'When the first of them was received, UTC.' }),
    lastReceivedAt: t.expose('lastReceivedAt', { type: 'DateTime', description: 'When the last was, UTC.' }),
  }),
});

interface IssueGroup {
  readonly example: IssueView;
  readonly count: number;
}

const IssueGroupType = builder.objectRef<IssueGroup>('IssueGroup').implement({
  description: 'Findings of one kind in the newest messages of a source.',
  fields: (t) => ({
    code: t.string({ description: 'What kind of finding.', resolve: ({ example }) => example.code }),
    count: t.exposeInt('count', { description: 'How many.' }),
    example: t.field({
      type: MessageIssueType,
      description: 'The newest.',
      resolve: ({ example }) => example,
    }),
  }),
});

const WaitingType = builder.objectRef<SourceView['waiting']>('WaitingCounts').implement({
  description: 'Messages that wait for an operator, of all time.',
  fields: (t) => ({
    notEntitled: t.exposeInt('notEntitled', {
      description: 'Not wholly taken: it may not speak of something.',
    }),
    dead: t.exposeInt('dead', { description: 'Dead letters.' }),
  }),
});

const TrustType = builder.objectRef<readonly [fact: string, rank: number]>('Trust').implement({
  description: 'How much the word of a source counts for one kind of fact.',
  fields: (t) => ({
    fact: t.string({
      description: 'An event code, a family of them, a dimension.',
      resolve: ([fact]) => fact,
    }),
    rank: t.float({ description: 'The lower counts first.', resolve: ([, rank]) => rank }),
  }),
});

const SettingDoubtType = builder.objectRef<SettingDoubt>('SettingDoubt').implement({
  description: 'Something that is wrong with the settings of a source, in `sources.json`.',
  fields: (t) => ({
    code: t.exposeString('code', {
      description: `What is wrong: ${Object.keys(SETTING_DOUBTS).join(', ')}.`,
    }),
    meaning: t.string({
      description: 'The code in words, in English: what follows from it.',
      resolve: ({ code }) => SETTING_DOUBTS[code],
    }),
    field: t.exposeString('field', { description: 'The setting; empty for the file as a whole.' }),
    value: t.exposeString('value', {
      nullable: true,
      description: 'What stands there, or what is wrong with it; null: its name says all.',
    }),
  }),
});

/** Of so many of the newest messages with findings, these are counted by their kind. */
const GROUPED = 200;
/** A source that sends clean messages only has few findings: its old ones are not looked for. */
const GROUPED_DAYS = 30;

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
    messagesLastHour: t.exposeInt('lastHour', {
      description: 'Raw messages received in the last hour, repeated deliveries not counted.',
    }),
    lagMedianSeconds: t.float({
      nullable: true,
      description: `Seconds from receipt until what a message says is in the graph: half of the newest ${PACED} of a day took less. Null: none was read, or the source says by itself when it received them.`,
      resolve: ({ lag }) => lag?.median ?? null,
    }),
    lagMostSeconds: t.float({
      nullable: true,
      description: 'The longest of them.',
      resolve: ({ lag }) => lag?.most ?? null,
    }),
    trust: t.field({
      type: [TrustType],
      description: 'Where its word counts otherwise than that of its kind.',
      resolve: ({ profile }) => Object.entries(profile?.trust ?? {}),
    }),
    settingDoubts: t.field({
      type: [SettingDoubtType],
      description: 'What is wrong with its settings; empty: nothing.',
      resolve: ({ profile }) => profile?.doubts ?? [],
    }),
    waiting: t.field({
      type: WaitingType,
      description: 'What waits for an operator, of all time.',
      resolve: ({ waiting }) => waiting,
    }),
    notEntitledReasons: t.field({
      type: [ReasonType],
      description: 'Why something was not taken, the most frequent first.',
      resolve: ({ id }, _, { graph }) => graph.run(listNotEntitledReasons, { source: id }),
    }),
    issueGroups: t.field({
      type: [IssueGroupType],
      description: `Findings of the last ${GROUPED_DAYS} days, in the newest ${GROUPED} messages that have any, by kind, the most frequent first.`,
      resolve: async ({ id, now }, _, { graph }) => {
        const since = new Date(now - GROUPED_DAYS * DAY_MS).toISOString();
        const any = { format: null, reason: null, before: null, until: '9' };
        const page = { ...any, source: id, since, limit: GROUPED };
        const groups = new Map<string, IssueGroup>();
        for (const row of await graph.run(listReceivedMessages.WITH_ISSUES, page))
          for (const issue of issuesOf(row)) {
            const { example = issue, count = 0 } = groups.get(issue.code) ?? {};
            groups.set(issue.code, { example, count: count + 1 });
          }
        return [...groups.values()].sort((a, b) => b.count - a.count);
      },
    }),
    counts: t.field({
      type: SourceCountsType,
      description: 'What it sent in the time that was asked for.',
      resolve: (source) => source,
    }),
  }),
});

const hoursArg = { defaultValue: 24, required: true } as const;

async function listSources(
  { graph, ingest, now, log }: Context,
  hours: number,
  source: string | null,
): Promise<SourceView[]> {
  const at = now();
  const before = (milliseconds: number) => new Date(at - milliseconds).toISOString();
  const since = before(Math.max(0, Math.min(hours, 720)) * HOUR_MS);
  const [rows, waiting, paces, heldBack] = await Promise.all([
    graph.run(sourceActivity, { since, source }),
    graph.run(countWaitingMessages, { source }),
    graph.run(sourcePace, { source, hourAgo: before(HOUR_MS), since: before(DAY_MS), newest: PACED }),
    // A figure beside the others: without it the rest is still true.
    ingest.heldBack(since).catch((error: unknown) => {
      log.warn({ err: error }, 'held back');
      return null;
    }),
  ]);
  return rows.map(({ profile: text, ...row }): SourceView => {
    const { notEntitled = 0, dead = 0 } = waiting.find(({ source: id }) => id === row.id) ?? {};
    const profile = text === null ? null : (JSON.parse(text) as SourceView['profile']);
    const pace = paces.find(({ id }) => id === row.id);
    return {
      ...row,
      now: at,
      profile,
      lastHour: pace?.received ?? 0,
      lag: lagOf(profile, pace),
      waiting: { notEntitled, dead },
      heldBack: heldBack && (heldBack[row.id] ?? 0),
    };
  });
}

builder.queryField('sources', (t) =>
  t.field({
    type: [SourceReportType],
    description: 'Every source, by id, with what it sent in the last hours.',
    args: {
      hours: t.arg.float({ ...hoursArg, description: 'How far back the counts go, at most 720.' }),
    },
    resolve: (_, { hours }, context) => listSources(context, hours, null),
  }),
);

builder.queryField('source', (t) =>
  t.field({
    type: SourceReportType,
    errors: { types: [NotFoundError], union: { description: 'The source, or that there is none.' } },
    description: 'One source, with what it sent in the last hours.',
    args: {
      id: t.arg.string({ required: true, description: 'Its id.' }),
      hours: t.arg.float({ ...hoursArg, description: 'How far back the counts go, at most 720.' }),
    },
    resolve: async (_, { id, hours }, context) => {
      const [source] = await listSources(context, hours, id);
      if (!source) throw new NotFoundError(`The source ${id}`);
      return source;
    },
  }),
);
