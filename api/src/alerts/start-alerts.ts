import { randomUUID } from 'node:crypto';
import { trimAlertLetters } from 'graph-schema/cypher/feed/alert-letters';
import { leaseAlertReaders, releaseAlertReaders } from 'graph-schema/cypher/feed/alert-rules';
import { OPERATOR } from 'graph-schema/domain/access/asker';
import { findAbsent } from '../access/find-asker.ts';
import type { Services } from '../context.ts';
import { seeFor } from '../feed/see-for.ts';
import { startFollowers, type FollowersWorker } from '../feed/start-followers.ts';
import type { TargetRules } from '../webhooks/allowed-targets.ts';
import type { AlertServices } from './alert-services.ts';
import { driveReader, type ReaderPlace } from './drive-reader.ts';
import { createMailer, type MailSettings } from './mail.ts';
import { createPusher, type PushSettings } from './push-service.ts';

/** Letters are kept so long in the log and in the outbox, and so long it is known what was told. */
const KEPT_MS = 30 * 86_400_000;
const TRIMMED_AT_ONCE = 1000;

/** What requests need of alerts. */
export interface AlertsOfRequests extends Pick<FollowersWorker, 'nudge'> {
  /** With which browsers subscribe, base64url. */
  readonly publicKey: string;
  /** Push services that may be called. */
  readonly targets: TargetRules;
}

/** Sends people from this process what their rules ask for, those that no other process serves. */
export function startAlerts(
  services: Pick<Services, 'graph' | 'now' | 'places' | 'access' | 'feed' | 'log'>,
  settings: MailSettings,
  push: PushSettings,
): AlertsOfRequests & FollowersWorker {
  const { graph, places, access, feed, log } = services;
  const { accounts, mask, wall, mode } = access;
  const mailer = createMailer(settings);
  const pusher = createPusher(push, wall);
  const owner = randomUUID();
  const alerts: AlertServices = {
    graph,
    accounts,
    feed,
    places,
    mailer,
    pusher,
    // Where nobody has to sign in, whoever did not has rules, too.
    readerOf: async (id) => (id === '' ? (mode === 'open' ? OPERATOR : null) : findAbsent(accounts, id)),
    see: seeFor(services),
    mask,
    wall,
    chance: Math.random,
    owner,
    publicUrl: settings.publicUrl,
  };
  const worker = startFollowers(
    {
      name: 'alerts',
      lease: (forMs) => accounts.write((run) => run(leaseAlertReaders, { owner, forMs })),
      release: () => accounts.write((run) => run(releaseAlertReaders, { owner })),
      placeOf: (): ReaderPlace => new Map(),
      step: (reader, place, signal) => driveReader(alerts, reader, place, signal),
      async trim() {
        const before = wall() - KEPT_MS;
        const params = { before, limit: TRIMMED_AT_ONCE };
        const [row] = await accounts.write((run) => run(trimAlertLetters, params));
        await mailer.trim(before);
        return (row?.trimmed ?? 0) >= TRIMMED_AT_ONCE;
      },
    },
    { feed, wall, log },
  );
  return {
    publicKey: push.keys.publicKey,
    targets: push.targets,
    nudge: () => worker.nudge(),
    async stop() {
      await worker.stop();
      mailer.close();
      pusher.close();
    },
  };
}
