import { calledConsumers } from 'graph-schema/cypher/feed/called-consumers';
import { laneStates } from 'graph-schema/cypher/feed/lane-states';
import { unreadBatches } from 'graph-schema/cypher/feed/unread-batches';
import { batchesIn, doneIn, unreadFrom, type UnreadBatches } from 'graph-schema/domain/feed/feed-lag';
import { parseCursor, writeCursor, type FeedPosition } from 'graph-schema/domain/feed/feed-position';
import type { WebhookState } from 'graph-schema/domain/feed/webhook';
import type { Services } from '../context.ts';
import { isFallingBehind, type ConsumerKind } from './falling-behind.ts';

/** Who follows the feed, and how far behind its end. */
export interface FeedConsumer {
  readonly id: string;
  readonly kind: ConsumerKind;
  /** Null: of whoever runs the service, or of nobody who is known. */
  readonly organisation: string | null;
  /** What its owner calls it; empty: nothing. */
  readonly name: string;
  /** Where it is called: scheme and host; null: a connection. */
  readonly target: string | null;
  readonly state: WebhookState | null;
  /** Null: a connection that has not begun. */
  readonly cursor: string | null;
  /** Wall clock, epoch milliseconds; null: nothing fails. */
  readonly failingSince: number | null;
  /** Batches that are still to be read; null: it cannot go on from where it is. */
  readonly batches: number | null;
  /** Entries in them; null: unknown. */
  readonly entries: number | null;
  /** When the oldest of them was written, ISO 8601, UTC, service clock; null: there is none. */
  readonly oldestAt: string | null;
  /** The same as seconds of the wall clock until now. */
  readonly lagSeconds: number | null;
  readonly isFallingBehind: boolean;
}

interface Known extends Pick<
  FeedConsumer,
  'id' | 'kind' | 'organisation' | 'name' | 'target' | 'state' | 'failingSince'
> {
  readonly position: FeedPosition | null;
  readonly isCalled: boolean;
}

const CONSUMERS_MAX = 2000;

/** All who are called, and who follow over a connection of this process; what somebody has to look at first, then the slowest. */
export async function listConsumers(services: Pick<Services, 'graph' | 'access' | 'feed' | 'now' | 'clockRate'>): Promise<FeedConsumer[]> {
  const { graph, access, feed, now, clockRate } = services;
  const called = await access.accounts.read(calledConsumers, { limit: CONSUMERS_MAX });
  const followers = feed.followers.list();
  // Read last: whoever is at the end is never ahead of it.
  const states = await graph.run(laneStates, { seqs: [] });
  const lanes = states.map((state) => ({ ...state, epoch: state.epoch ?? '' }));
  const known: readonly Known[] = [
    ...called.map(({ form, url, description, state, cursor, ...row }) => ({
      ...row,
      kind: form as ConsumerKind,
      name: description,
      target: originOf(url),
      state: state as WebhookState,
      position: parseCursor(cursor),
    })),
    ...followers.map(({ id, organisation, position }) => ({
      ...NOT_CALLED, id, organisation, position,
    })),
  ];
  const behind = known.map((one) => ({ one, unread: unreadFrom(one.position, lanes) }));
  const told = await readUnread(graph, behind);
  return behind
    .map(({ one: { position, isCalled, ...one }, unread }): FeedConsumer => {
      const batches = unread && batchesIn(unread);
      const { oldestAt = null, entries = null } = told.get(one.id) ?? {};
      const lagSeconds = oldestAt === null ? null : Math.max(0, now() - Date.parse(oldestAt)) / 1000 / clockRate;
      const isHeldUp = isCalled || one.failingSince !== null;
      return {
        ...one,
        cursor: position && writeCursor(position),
        batches,
        entries: batches === 0 ? 0 : entries,
        oldestAt,
        lagSeconds,
        isFallingBehind: isFallingBehind({ ...one, batches, lagSeconds, isHeldUp }),
      };
    })
    .sort((a, b) => Number(b.isFallingBehind) - Number(a.isFallingBehind) || (b.batches ?? 0) - (a.batches ?? 0));
} // prettier-ignore

const NOT_CALLED = {
  kind: 'CONNECTION',
  name: '',
  target: null,
  state: null,
  failingSince: null,
  isCalled: false,
} as const;

interface Told {
  readonly oldestAt: string;
  readonly entries: number | null;
}

/** When the oldest batch that is still to be read was written, and how many entries there are: one statement for all. */
async function readUnread(
  graph: Services['graph'],
  behind: readonly { readonly one: Known; readonly unread: readonly UnreadBatches[] | null }[],
): Promise<ReadonlyMap<string, Told>> {
  const places = behind.flatMap(({ one: { id }, unread }) =>
    (unread ?? []).map(({ lane, from, to }) => [id, lane, from, to] as const),
  );
  if (places.length === 0) return new Map();
  const done = new Map(behind.map(({ one, unread }) => [one.id, doneIn(unread ?? [])]));
  const rows = await graph.run(unreadBatches, { places });
  return new Map(
    rows.map(({ consumer, oldestAt, entries }): [string, Told] => {
      const read = done.get(consumer) ?? 0;
      return [consumer, { oldestAt, entries: entries === null ? null : entries - read }];
    }),
  );
}

/** An address may hold a secret in its path. */
function originOf(url: string): string | null {
  return URL.canParse(url) ? new URL(url).origin : null;
}
