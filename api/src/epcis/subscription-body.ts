import type { WebhookRow } from 'graph-schema/cypher/feed/webhooks';
import { isoInstant } from 'graph-schema/domain/instant-text';
import { z } from 'zod';
import type { Schedule } from './schedule.ts';
import { controls } from './subscription-controls.ts';

// AbstractQuerySubscription of the REST binding, with its controls.

export const subscriptionBody = z.strictObject({
  dest: z.url().max(2_000),
  signatureToken: z.string().min(1).max(512).optional(),
  ...controls,
});
export type SubscriptionBody = z.infer<typeof subscriptionBody>;

/** What is kept with the webhook that a subscription is. */
export interface Subscribed {
  readonly queryName: string;
  /** The query as it was sent. */
  readonly query: unknown;
  readonly initialRecordTime: string | null;
  /** When what has come since is told; null: as it comes. */
  readonly schedule: Schedule | null;
  /** Whether it is called at such a time though nothing has come. */
  readonly reportIfEmpty: boolean;
}

/** What a stored webhook of this form was subscribed to. */
export function subscribedOf(events: string | null): Subscribed {
  return JSON.parse(events ?? '{}') as Subscribed;
}

/** A subscription as it is told; the token never is. `throughline:` fields say whether it is called still, and why not. */
export function tellSubscription(row: WebhookRow, lastNotifiedAt: number | null) {
  const { id, url, createdAt, events, state, notice } = row;
  const { queryName, initialRecordTime, schedule: when, reportIfEmpty } = subscribedOf(events);
  return {
    subscriptionID: id,
    queryName,
    dest: url,
    ...(when ? { schedule: when, reportIfEmpty } : { stream: true }),
    createdAt: isoInstant(createdAt),
    initialRecordTime: initialRecordTime ?? undefined,
    lastNotifiedAt: lastNotifiedAt === null ? undefined : isoInstant(lastNotifiedAt),
    'throughline:state': state,
    'throughline:notice': notice ?? undefined,
  };
}
