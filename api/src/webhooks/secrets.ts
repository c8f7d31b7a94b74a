import { createHmac, randomBytes } from 'node:crypto';
import type { WebhookRow } from 'graph-schema/cypher/feed/webhooks';
import type { WebhookSecret } from 'graph-schema/domain/feed/webhook';

const PREFIX = 'whsec_';

/** As Standard Webhooks writes them: 24 to 64 bytes in base64 behind a prefix. */
export function newSecret(): string {
  return `${PREFIX}${randomBytes(32).toString('base64')}`;
}

/** A signature of Standard Webhooks, version 1: over id, Unix time in seconds and body, with dots between. */
export function signatureOf(secret: string, id: string, seconds: number, body: string): string {
  const key = Buffer.from(secret.slice(PREFIX.length), 'base64');
  return `v1,${createHmac('sha256', key).update(`${id}.${seconds}.${body}`).digest('base64')}`;
}

/** Those that sign at an instant, the newest first. */
export function signingSecrets({ secrets }: Pick<WebhookRow, 'secrets'>, now: number): string[] {
  return inForce(secrets, now).map(({ secret }) => secret);
}

/** A new one signs at once, and those of before with it until they end. */
export function rotated(
  { secrets }: Pick<WebhookRow, 'secrets'>,
  secret: string,
  now: number,
  keepMs: number,
): WebhookSecret[] {
  const ending = inForce(secrets, now).map((one) => ({
    ...one,
    endsAt: Math.min(one.endsAt ?? Infinity, now + keepMs),
  }));
  return [{ secret, endsAt: null }, ...ending.filter(({ endsAt }) => endsAt > now)];
}

function inForce(secrets: string, now: number): WebhookSecret[] {
  const kept = JSON.parse(secrets) as WebhookSecret[];
  return kept.filter(({ endsAt }) => endsAt === null || endsAt > now);
}
