import { trimDeliveries } from 'graph-schema/cypher/feed/webhook-deliveries';
import { leaseWebhooks, releaseWebhooks, type WebhookRow } from 'graph-schema/cypher/feed/webhooks';
import type { Logger } from 'pino';
import { pause } from '../pause.ts';
import { driveWebhook, type DriveServices, type Place } from './drive-webhook.ts';

export interface WebhookWorker {
  /** Something was changed by hand: look at once. */
  nudge(): void;
  stop(): Promise<void>;
}

/** Who calls keeps a webhook by coming again; after so long without, another process takes over. */
const LEASE_MS = 15_000;
const LEASE_EVERY_MS = 5000;
/** What comes within this time goes in one call. */
const GATHER_MS = 200;
/** So often it is looked whether a wait is over: clocks may be set. */
const LOOK_MS = 1000;
const TRIM_EVERY_MS = 3_600_000;
const DAY_MS = 86_400_000;
/** The log keeps what came through for a week, the rest for a month. */
const DELIVERED_KEPT_MS = 7 * DAY_MS;
const KEPT_MS = 30 * DAY_MS;
const TRIMMED_AT_ONCE = 5000;

interface Runner {
  webhook: WebhookRow;
  /** IDLE: it has read all; WAITS: for an instant. */
  state: 'BUSY' | 'IDLE' | 'WAITS';
  isWoken: boolean;
  wake: (() => void) | null;
  readonly stop: AbortController;
  ended: Promise<void>;
}

/** Calls webhooks from this process, those that no other one calls. All that it has to know again stands in the graph. */
export function startWebhookWorker(services: DriveServices, log: Logger): WebhookWorker {
  const { accounts, feed, owner, wall } = services;
  const runners = new Map<string, Runner>();
  const stopping = new AbortController();
  let release: (() => void) | null = null;
  let wake: (() => void) | null = null;
  let isNudged = false;
  let trimmedAt = -Infinity;
  const nudge = () => {
    isNudged = true;
    wake?.();
  };
  const leave = feed.onMore(() => {
    for (const runner of runners.values()) if (runner.state !== 'WAITS') rouse(runner);
  });

  const run = async (id: string, runner: Runner): Promise<void> => {
    const { signal } = runner.stop;
    const place: Place = { cursor: runner.webhook.cursor, position: null };
    const wait = async (ms: number) => {
      if (!runner.isWoken) await pause(ms, signal, (over) => (runner.wake = over));
      runner.wake = null;
    };
    while (!signal.aborted) {
      runner.isWoken = false;
      runner.state = 'BUSY';
      const step = await driveWebhook(services, runner.webhook, place, signal).catch((error: unknown) => {
        log.debug({ err: error, webhook: id }, 'webhook waits');
        return { until: wall() + LOOK_MS };
      });
      if (step === 'LOST') {
        await pause(GATHER_MS, signal);
        break;
      }
      if (step === 'IDLE') {
        runner.state = 'IDLE';
        await wait(LEASE_MS);
        await pause(GATHER_MS, signal);
      } else if ('until' in step) {
        runner.state = 'WAITS';
        while (!signal.aborted && !runner.isWoken && wall() < step.until)
          await wait(Math.min(step.until - wall(), LOOK_MS));
      } else runner.webhook = step.webhook;
    }
    // Somebody changed it, or calls it now: look again.
    if (runners.get(id) === runner) runners.delete(id);
    if (!signal.aborted) nudge();
  };

  const lease = async (): Promise<void> => {
    const rows = await accounts.write((ask) => ask(leaseWebhooks, { owner, forMs: LEASE_MS }));
    const held = new Set(rows.map(({ id }) => id));
    for (const [id, runner] of runners) if (!held.has(id)) runner.stop.abort();
    if (rows.length > 0) release ??= feed.use();
    else {
      release?.();
      release = null;
    }
    for (const webhook of rows) {
      const running = runners.get(webhook.id);
      // What a step makes of it is newer than what was read here.
      if (running?.state === 'BUSY') continue;
      if (running) {
        running.webhook = webhook;
        rouse(running);
        continue;
      }
      const stop = new AbortController();
      const runner: Runner = {
        webhook,
        state: 'BUSY',
        isWoken: false,
        wake: null,
        stop,
        ended: Promise.resolve(),
      };
      runners.set(webhook.id, runner);
      runner.ended = run(webhook.id, runner);
    }
  };
  const trim = async (): Promise<void> => {
    if (performance.now() - trimmedAt < TRIM_EVERY_MS) return;
    const params = { deliveredBefore: wall() - DELIVERED_KEPT_MS, before: wall() - KEPT_MS, limit: TRIMMED_AT_ONCE };
    const [row] = await accounts.write((ask) => ask(trimDeliveries, params));
    if ((row?.trimmed ?? 0) < TRIMMED_AT_ONCE) trimmedAt = performance.now();
  }; // prettier-ignore
  const look = async (): Promise<void> => {
    while (!stopping.signal.aborted) {
      isNudged = false;
      await lease()
        .then(trim)
        .catch((error: unknown) => log.debug({ err: error }, 'webhooks wait'));
      if (!isNudged) await pause(LEASE_EVERY_MS, stopping.signal, (over) => (wake = over));
      wake = null;
    }
  };
  const looking = look();
  return {
    nudge,
    async stop() {
      stopping.abort();
      leave();
      await looking;
      const ending = [...runners.values()];
      for (const { stop } of ending) stop.abort();
      await Promise.allSettled(ending.map(({ ended }) => ended));
      release?.();
      await accounts.write((ask) => ask(releaseWebhooks, { owner })).catch(() => undefined);
    },
  };
}

function rouse(runner: Runner): void {
  runner.isWoken = true;
  runner.wake?.();
}
