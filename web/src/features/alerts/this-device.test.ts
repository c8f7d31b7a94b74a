import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { endpointOf, forgetLeftDevice, hashOf, subscribe, unsubscribe, type Browser } from './this-device.ts';

/** What is subscribed, and what a browser is asked and does. */
let subscribed: string | null;
let asked: number;
let permission: NotificationPermission;
let answer: NotificationPermission;
let shown: string[];

const KEY = 'BAcE-_8';
const pushManager = {
  getSubscription: async () => subscribed && of(subscribed),
  subscribe: async ({ applicationServerKey }: { applicationServerKey: string }) => of((subscribed = applicationServerKey)),
}; // prettier-ignore
const of = (key: string) => ({
  endpoint: `https://push.example/${key}`,
  options: { applicationServerKey: Uint8Array.from(Buffer.from(key, 'base64url')).buffer },
  toJSON: () => ({ endpoint: `https://push.example/${key}`, keys: { p256dh: 'P', auth: 'A' } }),
  unsubscribe: async () => void (subscribed = null),
});
const registration = {
  pushManager,
  getNotifications: async () =>
    shown.map((one) => ({ close: () => void (shown = shown.filter((other) => other !== one)) })),
};
const browser = {
  serviceWorker: { ready: Promise.resolve(registration), getRegistration: async () => registration },
  permission: () => permission,
  async ask() {
    asked += 1;
    return (permission = answer);
  },
} as unknown as Browser;

beforeEach(() => {
  const kept = new Map<string, string>();
  vi.stubGlobal('window', {
    localStorage: {
      getItem: (name: string) => kept.get(name) ?? null,
      setItem: (name: string, text: string) => kept.set(name, text),
      removeItem: (name: string) => kept.delete(name),
    },
  });
  [subscribed, asked, permission, answer, shown] = [null, 0, 'default', 'granted', []];
});
afterEach(() => vi.unstubAllGlobals());

it('asks when it is told to, and says where and with which keys it is reached', async () => {
  expect([await endpointOf(browser, KEY), asked]).toEqual([null, 0]);
  expect(await subscribe(browser, KEY, 'ann')).toEqual({ endpoint: `https://push.example/${KEY}`, p256dh: 'P', auth: 'A' }); // prettier-ignore
  expect([await endpointOf(browser, KEY), asked]).toEqual([`https://push.example/${KEY}`, 1]);
  await unsubscribe(browser);
  expect(await endpointOf(browser, KEY)).toBeNull();
});

it('is not subscribed by who does not want it', async () => {
  answer = 'denied';
  expect(await subscribe(browser, KEY, 'ann')).toBeNull();
  expect(subscribed).toBeNull();
});

it('is subscribed anew where the service has another key by now', async () => {
  subscribed = 'BAAA';
  let ended = 0;
  const before = { ...of('BAAA'), unsubscribe: async () => void (ended += 1) };
  vi.spyOn(pushManager, 'getSubscription').mockResolvedValueOnce(before);
  await subscribe(browser, KEY, 'ann');
  expect([ended, subscribed]).toEqual([1, KEY]);
});

it('shows nobody what is told to another', async () => {
  const mine = { kind: 'PERSON', key: 'ann' } as const;
  await subscribe(browser, KEY, 'ann');
  await forgetLeftDevice(browser, mine);
  await forgetLeftDevice(browser, null);
  expect(subscribed).toBe(KEY);
  await forgetLeftDevice(browser, { kind: 'PERSON', key: 'ben' });
  expect(subscribed).toBeNull();
  await subscribe(browser, KEY, 'ann');
  shown = ['her cargo'];
  await forgetLeftDevice(browser, { kind: 'NOBODY' });
  expect([subscribed, shown]).toEqual([null, []]);
});

it('is not subscribed as long as what it was subscribed with is not the key of the service', async () => {
  await subscribe(browser, KEY, 'ann');
  expect(await endpointOf(browser, 'BAAA')).toBeNull();
});

it('tries again at the next page where it could not be ended', async () => {
  await subscribe(browser, KEY, 'ann');
  const stuck = { ...of(KEY), unsubscribe: () => Promise.reject(new Error('offline')) };
  vi.spyOn(pushManager, 'getSubscription').mockResolvedValueOnce(stuck);
  const ben = { kind: 'PERSON', key: 'ben' } as const;
  await expect(forgetLeftDevice(browser, ben)).rejects.toThrow('offline');
  await forgetLeftDevice(browser, ben);
  expect(subscribed).toBeNull();
});

it('is not subscribed where the browser cannot keep whose it is', async () => {
  vi.stubGlobal('window', {
    localStorage: { getItem: () => null, setItem: () => undefined, removeItem: () => undefined },
  });
  await expect(subscribe(browser, KEY, 'ann')).rejects.toThrow('keeps nothing');
  expect(subscribed).toBeNull();
});

it('finds itself by the hash that the API has', async () => {
  expect(await hashOf('https://push.example/1')).toMatch(/^[0-9a-f]{64}$/);
  expect(await hashOf('abc')).toBe('ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad');
});
