import { readFileSync } from 'node:fs';
import { beforeEach, expect, it } from 'vitest';

// The worker as a browser runs it, with a network that can be cut and stores of this test.
const source = readFileSync(new URL('../../../public/sw.js', import.meta.url), 'utf8');
const ORIGIN = 'https://track.example';
const JOURNEY = '/en/shipments/abc';

interface Asked {
  readonly method: string;
  readonly mode: string;
  readonly url: string;
}
type Listener = (event: { request: Asked; respondWith: (answer: Promise<Response>) => void }) => void;
type Told = (event: { data: unknown; waitUntil: (done: Promise<void>) => void }) => void;

let stores: Map<string, Map<string, Response>>;
let isOnline: boolean;
let onFetch: Listener;
let onMessage: Told;
let claims: number;

beforeEach(() => {
  stores = new Map();
  isOnline = true;
  claims = 0;
  const listeners = new Map<string, Listener | Told>();
  const path = (of: string | Asked) => new URL(typeof of === 'string' ? of : of.url, ORIGIN).pathname;
  const open = (name: string) => {
    const store = stores.get(name) ?? new Map<string, Response>();
    stores.set(name, store);
    return Promise.resolve({
      match: (of: string | Asked) => Promise.resolve(store.get(path(of))?.clone()),
      put: (of: string | Asked, response: Response) => Promise.resolve(void store.set(path(of), response)),
    });
  };
  const network = (of: Asked) => {
    if (!isOnline) return Promise.reject(new TypeError('no network'));
    return Promise.resolve(Object.defineProperty(new Response(`network ${path(of)}`), 'type', { value: 'basic' }));
  };
  const self = { addEventListener: (on: string, run: Listener | Told) => listeners.set(on, run), location: { origin: ORIGIN }, clients: { claim: async () => void (claims += 1) } };
  // oxlint-disable-next-line typescript/no-implied-eval -- it is a script of ours, read from its file
  new Function('self', 'caches', 'fetch', source)(self, { open }, network);
  onFetch = (listeners.get('fetch') ?? (() => {})) as Listener;
  onMessage = (listeners.get('message') ?? (() => {})) as Told;
}); // prettier-ignore

const ask = async (path: string, given: Partial<Asked> = {}): Promise<string | null> => {
  let answer: Promise<Response> | null = null;
  const request = { method: 'GET', mode: 'navigate', url: ORIGIN + path, ...given };
  onFetch({ request, respondWith: (said) => (answer = said) });
  return answer && (await (answer as Promise<Response>)).text();
};
const keep = (store: string, path: string) => stores.set(store, new Map([[path, new Response(`kept ${path}`)]])); // prettier-ignore

it.each([
  ['a question to the API', '/graphql', { mode: 'cors' }],
  ['a mutation', '/graphql', { method: 'POST', mode: 'cors' }],
  ['an action of a page, as signing in', '/en/sign-in', { method: 'POST', mode: 'cors' }],
  ['a download', '/export/shipments.csv', { mode: 'cors' }],
])('leaves %s to the network', async (_, path, given) => {
  expect(await ask(path, given)).toBeNull();
});

it('keeps no page by itself', async () => {
  await ask(JOURNEY);
  await ask('/en/account');
  expect([...stores.values()].flatMap((store) => [...store.keys()])).toEqual([]);
});

it('answers with a kept journey only without a network, and never with another instant of it', async () => {
  keep('throughline-journeys-1', JOURNEY);
  keep('throughline-shell-1', '/en/offline');
  expect(await ask(JOURNEY)).toBe(`network ${JOURNEY}`);
  isOnline = false;
  expect(await ask(`${JOURNEY}?via=x`)).toBe(`kept ${JOURNEY}`);
  expect(await ask(`${JOURNEY}?asOf=2026-11-01T00:00:00Z`)).toBe('kept /en/offline');
  expect(await ask('/en/account')).toBe('kept /en/offline');
});

it('keeps what every page is made of', async () => {
  await ask('/_next/static/chunks/a.js', { mode: 'no-cors' });
  isOnline = false;
  expect(await ask('/_next/static/chunks/a.js', { mode: 'no-cors' })).toBe(
    'network /_next/static/chunks/a.js',
  );
});

it('takes over a page that asks for it, and does nothing else that it is told', () => {
  onMessage({ data: 'ANYTHING', waitUntil: () => {} });
  expect(claims).toBe(0);
  onMessage({ data: 'CLAIM', waitUntil: () => {} });
  expect(claims).toBe(1);
});
