import { trimDeliveries } from 'graph-schema/cypher/feed/webhook-deliveries';
import { leaseWebhooks, releaseWebhooks } from 'graph-schema/cypher/feed/webhooks';
import type { Logger } from 'pino';
import { startFollowers, type FollowersWorker } from '../feed/start-followers.ts';
import { driveWebhook, type DriveServices } from './drive-webhook.ts';

const DAY_MS = 86_400_000;
/** The log keeps what came through for a week, the rest for a month. */
const DELIVERED_KEPT_MS = 7 * DAY_MS;
const KEPT_MS = 30 * DAY_MS;
const TRIMMED_AT_ONCE = 5000;

/** Calls webhooks from this process, those that no other one calls. */
export function startWebhookWorker(services: DriveServices, log: Logger): FollowersWorker {
  const { accounts, feed, owner, wall } = services;
  return startFollowers(
    {
      name: 'webhooks',
      lease: (forMs) => accounts.write((run) => run(leaseWebhooks, { owner, forMs })),
      release: () => accounts.write((run) => run(releaseWebhooks, { owner })),
      placeOf: ({ cursor }) => ({ cursor, position: null }),
      step: (webhook, place, signal) => driveWebhook(services, webhook, place, signal),
      async trim() {
        const params = {
          deliveredBefore: wall() - DELIVERED_KEPT_MS,
          before: wall() - KEPT_MS,
          limit: TRIMMED_AT_ONCE,
        };
        const [row] = await accounts.write((run) => run(trimDeliveries, params));
        return (row?.trimmed ?? 0) >= TRIMMED_AT_ONCE;
      },
    },
    { feed, wall, log },
  );
}
