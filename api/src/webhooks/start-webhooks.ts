import { randomUUID } from 'node:crypto';
import type { FieldGroup } from 'graph-schema/domain/access/access-rules';
import { NOBODY, OPERATOR } from 'graph-schema/domain/access/asker';
import { findOrganisation } from '../access/find-asker.ts';
import type { Services } from '../context.ts';
import { seeFor } from '../feed/see-for.ts';
import type { TargetRules } from './allowed-targets.ts';
import { createWebhookCaller, type WebhookCaller } from './call-webhook.ts';
import { startWebhookWorker } from './webhook-worker.ts';

/** What requests need of webhooks. */
export interface WebhookServices {
  readonly targets: TargetRules;
  readonly caller: WebhookCaller;
  /** Something was changed by hand: look at once. */
  nudge(): void;
}

/** Calls webhooks from this process, those that no other process calls. */
export function startWebhooks(
  services: Pick<Services, 'graph' | 'now' | 'places' | 'access' | 'feed' | 'log'>,
  targets: TargetRules,
): WebhookServices & { stop(): Promise<void> } {
  const { graph, places, access, feed, log } = services;
  const { accounts, mask, wall } = access;
  const caller = createWebhookCaller(targets, wall);
  const worker = startWebhookWorker(
    {
      graph,
      accounts,
      feed,
      places,
      caller,
      mask,
      wall,
      // An organisation is told what it may see, whoever of it made the webhook; one that a key made, no more than the key shows.
      ownerOf: async ({ id, organisation, groups }) => ({
        ...(organisation === null
          ? OPERATOR
          : ((await findOrganisation(accounts, organisation, id)) ?? NOBODY)),
        groups: groups === null ? null : (JSON.parse(groups) as FieldGroup[]),
      }),
      see: seeFor(services),
      chance: Math.random,
      owner: randomUUID(),
    },
    log,
  );
  return {
    targets,
    caller,
    nudge: () => worker.nudge(),
    async stop() {
      await worker.stop();
      caller.close();
    },
  };
}
