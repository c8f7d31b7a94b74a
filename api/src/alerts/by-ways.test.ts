import type { AlertMatterRow } from 'graph-schema/cypher/feed/alert-matters';
import type { AlertReaderRow, AlertRuleRow } from 'graph-schema/cypher/feed/alert-rules';
import type { Statement } from 'graph-schema/cypher/statement';
import type { AlertWay } from 'graph-schema/domain/alert/alert-rule';
import { expect, it } from 'vitest';
import type { Context } from '../context.ts';
import type { AlertServices } from './alert-services.ts';
import { byWays } from './by-ways.ts';
import { LINES_MAX } from './letter-lines.ts';
import { createOwn } from './own-rules.ts';
import { sendLetter } from './send-letter.ts';
import { sendPushes } from './send-pushes.ts';
import type { Reading, ToldLine } from './told-lines.ts';

const rule = (id: string, ...ways: AlertWay[]) =>
  ({
    id,
    name: `Rule ${id}`,
    filter: '{}',
    severity: null,
    etaHours: null,
    ways,
    zone: 'UTC',
    quietFrom: null,
    quietUntil: null,
    digestAt: null,
  }) as unknown as AlertRuleRow;
const reader: AlertReaderRow = { id: 'ann', address: 'ann@firm.example', language: 'en', pending: 'ltr_1' };

/** A letter of one matter, that something may be missing, and one device; answers what was mailed and pushed, and how the letter ended. */
async function tell(found: readonly string[], ...rules: readonly AlertRuleRow[]) {
  const matter: AlertMatterRow = { key: 'k', rules: [...found], kind: 'MISSED', shipment: null, of: null, at: 0 };
  const rows: Readonly<Record<string, readonly object[]>> = {
    findAlertLetter: [{ id: 'ltr_1', state: 'PENDING', at: 0, attempts: [], nextAttemptAt: 0, etas: null }],
    listAlertMatters: [matter],
    listWaitingPushes: [{ id: 'u', letter: 'ltr_1', device: 'd', at: 0, failed: 0, nextAttemptAt: 0, endpoint: 'https://push.example/', p256dh: '', auth: '' }],
  };
  const did = { mailed: [] as string[], pushed: [] as string[], letter: '', push: '' };
  const services = {
    accounts: {
      read: async ({ name }: Statement<unknown, unknown>) => rows[name] ?? [],
      write: async (work: (run: unknown) => unknown) =>
        work(async ({ name }: Statement<unknown, unknown>, params: { state?: string; pushes?: { state: string }[] }) => {
          if (name === 'closeAlertLetter') did.letter = params.state ?? '';
          if (name === 'noteAlertPushes') did.push = params.pushes?.[0]?.state ?? '';
          return [reader];
        }),
    },
    mailer: {
      taken: 'DELIVERED',
      send: async ({ text }: { text: string }) => {
        did.mailed.push(text);
        return { verdict: 'TAKEN', status: 250, error: null };
      },
    },
    pusher: {
      send: async (_: unknown, { payload }: { payload: string }) => {
        did.pushed.push(payload);
        return { verdict: 'TAKEN', status: 201, error: null, retryAfter: null };
      },
    },
    see: async () => new Map(),
    wall: () => 1000,
    chance: () => 0,
    publicUrl: 'https://track.example',
  } as unknown as AlertServices;
  const reading = { reader, rules, asker: {} } as unknown as Reading;
  await sendLetter(services, reading, 'ltr_1', new AbortController().signal);
  await sendPushes(services, reading, new AbortController().signal);
  return did;
} // prettier-ignore

it.each([
  [['LETTER', 'DEVICES'], 'DELIVERED', 'DELIVERED'],
  [['LETTER'], 'DELIVERED', 'EMPTY'],
  [['DEVICES'], 'DEVICES_ONLY', 'DELIVERED'],
] as const)('a rule tells by %j and by nothing else', async (ways, letter, push) => {
  const did = await tell(['a'], rule('a', ...ways));
  expect(did).toMatchObject({ letter, push });
  expect([did.mailed.length, did.pushed.length]).toEqual([
    Number(letter === 'DELIVERED'),
    Number(push === 'DELIVERED'),
  ]);
});

it('what two rules find is told by the ways of both, and each letter names those that it comes by', async () => {
  const [phone, mail] = [rule('phone', 'DEVICES'), rule('mail', 'LETTER')];
  const did = await tell(['phone', 'mail'], phone, mail);
  expect(did).toMatchObject({ letter: 'DELIVERED', push: 'DELIVERED' });
  expect(did.mailed[0]).toContain('Rule mail');
  expect(did.mailed[0]).not.toContain('Rule phone');
  // What the other finds alone is none of its.
  expect(await tell(['phone'], phone, mail)).toMatchObject({ letter: 'DEVICES_ONLY', mailed: [] });
});

it('what a letter has no room for waits, by whichever way it is told', () => {
  const line = (key: string) =>
    ({ key, cargo: { id: key, title: key }, severity: null, rule: rule('a') }) as unknown as ToldLine;
  const letter = Array.from({ length: LINES_MAX }, (_, index) => line(`both ${index}`));
  const told = byWays(letter, [...letter, line('device')]);
  expect(told.letter).toHaveLength(LINES_MAX);
  expect(told.devices).toHaveLength(LINES_MAX);
  expect(told.rest.map(({ key }) => key)).toEqual(['device']);
});

it('a rule that tells by no way is refused', async () => {
  const hours = { zone: 'UTC', quietFrom: null, quietUntil: null, digestAt: null };
  const asked = {
    filter: { codes: ['GATED_OUT'] },
    severity: null,
    etaHours: null,
    ways: [],
    hours,
  } as const;
  await expect(createOwn({} as Context, 'Gate', asked)).rejects.toMatchObject({ code: 'NO_WAY' });
});
