import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { openPushService, type PushService } from '../../test/testing/push-service.ts';
import { createPusher, type Pusher } from './push-service.ts';
import { readVapidKeys } from './vapid-keys.ts';

const folder = mkdtempSync(join(tmpdir(), 'throughline-push-'));
const keys = readVapidKeys('', join(folder, 'vapid.key'));
const contact = 'mailto:alerts@firm.example';
const push = { payload: JSON.stringify({ title: '全程', body: '已出闸' }), ttlSeconds: 3600, topic: 'ltr_1' };
let status = 201;
let service: PushService;
let pusher: Pusher;
beforeAll(async () => {
  service = await openPushService(() => status);
  pusher = createPusher({ keys, contact, targets: { allowed: ['127.0.0.1'] } }, Date.now);
});
afterAll(async () => {
  pusher.close();
  await service.close();
  rmSync(folder, { recursive: true });
});
const send = (to = service.subscribe(keys.publicKey)) => pusher.send(to, push, new AbortController().signal);

it('what is pushed can be read by its device, and comes from whom it subscribed to', async () => {
  const phone = service.subscribe(keys.publicKey);
  expect(await send(phone)).toEqual({ verdict: 'TAKEN', status: 201, error: null, retryAfter: null });
  expect(service.pushes).toEqual([
    { endpoint: phone.endpoint, text: { title: '全程', body: '已出闸' }, ttl: 3600, topic: 'ltr_1' },
  ]);
  const other = readVapidKeys('', join(folder, 'other.key'));
  expect(await send(service.subscribe(other.publicKey))).toMatchObject({ verdict: 'NEVER', status: 403 });
});

it.each([
  [404, 'GONE'],
  [410, 'GONE'],
  [413, 'NEVER'],
  [429, 'LATER'],
  [500, 'LATER'],
  [302, 'LATER'],
])('an answer %i means %s', async (answered, verdict) => {
  status = answered;
  expect(await send()).toMatchObject({ verdict, status: answered });
});

it('nobody private is called, and what cannot be encrypted is not tried again', async () => {
  const to = service.subscribe(keys.publicKey);
  const strict = createPusher({ keys, contact, targets: { allowed: [] } }, Date.now);
  const { verdict, status: answered } = await strict.send(to, push, new AbortController().signal);
  expect([verdict, answered]).toEqual(['LATER', null]);
  strict.close();
  expect(await send({ ...to, p256dh: 'AAAA' })).toMatchObject({ verdict: 'NEVER', status: null });
});
