import { setTimeout as after } from 'node:timers/promises';
import { webhookMessage } from '../../../src/webhooks/entry-schemas.ts';
import type { Somebody } from '../access/asking.ts';
import { openLiveStream, type Transport } from '../live-stream.ts';
import type { WebhookReceiver } from '../webhook-receiver.ts';

export interface HeardEntry {
  readonly id: string;
  readonly shipmentId: string;
  readonly kind: string;
  readonly claims: readonly { readonly equipmentReference: string | null }[];
}

/** Somebody who follows the feed as a partner would: keeps his cursor, and asks again when a line breaks. */
export interface Consumer {
  readonly name: string;
  /** As heard, repeated ones too. */
  heard(): readonly HeardEntry[];
  close(): Promise<void>;
}

interface Page {
  readonly __typename: string;
  readonly cursor: string;
  readonly behind: number;
  readonly entries: readonly HeardEntry[];
}

const PAGE =
  '{ __typename ... on FeedPage { cursor behind entries { id shipmentId kind claims { equipmentReference } } } ... on ResyncError { reason cursor } }';
const CHANGES = `query ($after: String, $filter: FeedFilter) { changes(after: $after, filter: $filter, first: 100) ${PAGE} }`;
const FOLLOW = `subscription ($after: String, $filter: FeedFilter) { statusFeed(after: $after, filter: $filter, first: 100) ${PAGE} }`;
const AGAIN_MS = 200;

export async function pageAfter(by: Somebody, cursor: string | null, filter: object | null): Promise<Page> {
  const data = await by.need<{ changes: Page }>(CHANGES, { after: cursor, filter });
  if (data.changes.__typename !== 'FeedPage') throw new NoWayOn();
  return data.changes;
} // prettier-ignore

/** The feed says that it cannot go on from a cursor: something is lost, which must never be. */
class NoWayOn extends Error {}

/** Runs a step again and again until it is closed; a step that fails is tried again from the cursor that was kept. */
function persistently(name: string, step: () => Promise<void>): Pick<Consumer, 'close'> & { check(): void } {
  let isOpen = true;
  let lost: NoWayOn | null = null;
  const run = async () => {
    while (isOpen && lost === null) {
      await step().catch((error: unknown) => {
        if (error instanceof NoWayOn) lost = error;
      });
      if (isOpen) await after(AGAIN_MS);
    }
  };
  const running = run();
  return {
    check() {
      if (lost !== null) throw new Error(`${name} was told to begin anew`);
    },
    async close() {
      isOpen = false;
      await running;
    },
  };
}

/** Asks for what came since, page after page. */
export function poller(name: string, by: Somebody, from: string, filter: object | null): Consumer {
  const entries: HeardEntry[] = [];
  let cursor = from;
  const { check, close } = persistently(name, async () => {
    for (;;) {
      const page = await pageAfter(by, cursor, filter);
      entries.push(...page.entries);
      cursor = page.cursor;
      if (page.behind === 0) return;
    }
  });
  return { name, close, heard: () => (check(), entries) };
}

/** Stays on the line, and comes back with the last cursor when it breaks. */
export function follower(
  name: string,
  transport: Transport,
  { url, by }: { readonly url: string; readonly by: Somebody },
  from: string,
  filter: object | null,
): Consumer {
  const entries: HeardEntry[] = [];
  let cursor = from;
  let hangUp = async () => {};
  let isOpen = true;
  const { check, close } = persistently(name, async () => {
    if (!isOpen) return;
    const stream = openLiveStream<{ statusFeed: Page }>(
      transport,
      url,
      FOLLOW,
      { after: cursor, filter },
      by.credentials,
    );
    hangUp = () => stream.close();
    try {
      for (;;) {
        const { statusFeed: page } = await stream.until('more of the feed', () => true);
        if (page.__typename !== 'FeedPage') throw new NoWayOn();
        entries.push(...page.entries);
        cursor = page.cursor;
      }
    } finally {
      await stream.close();
    }
  });
  return {
    name,
    heard: () => (check(), entries),
    async close() {
      isOpen = false;
      await hangUp();
      await close();
    },
  };
}

/** Is called; its place in the feed is kept for it. */
export async function called(
  name: string,
  by: Somebody,
  receiver: WebhookReceiver,
  filter: object | null,
): Promise<Consumer> {
  const create = `mutation ($url: String!, $filter: FeedFilter) {
    createWebhook(url: $url, filter: $filter) { __typename ... on Error { message } } }`;
  const path = `/${encodeURIComponent(name)}`;
  const made = await by.need<{ createWebhook: { __typename: string } }>(create, {
    url: receiver.url + path,
    filter,
  });
  if (made.createWebhook.__typename !== 'WebhookSecret') throw new Error(JSON.stringify(made));
  return {
    name,
    heard: () =>
      receiver.calls
        .filter((call) => call.path === path)
        .flatMap(({ body }) => webhookMessage.parse(JSON.parse(body)).data.entries),
    close: async () => {},
  };
}
