import { readFileSync } from 'node:fs';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';

// The worker as a browser runs it, with a screen and windows of this test.
const source = readFileSync(new URL('../../../public/sw.js', import.meta.url), 'utf8');
const ORIGIN = 'https://track.example';
const JOURNEY = '/en/shipments/shp_1';

interface Shown {
  readonly title: string;
  readonly body: string;
  readonly tag: string;
  readonly lang: string;
  readonly data: { readonly path: unknown };
}
type Listener = (event: Record<string, unknown>) => void;

let listeners: Map<string, Listener>;
let shown: Shown[];
let did: string[];
let windows: object[];

beforeEach(() => {
  listeners = new Map();
  [shown, did, windows] = [[], [], []];
  const self = {
    addEventListener: (on: string, run: Listener) => listeners.set(on, run),
    location: { origin: ORIGIN },
    registration: {
      showNotification: async (title: string, given: Omit<Shown, 'title'>) => void shown.push({ title, ...given }),
      pushManager: { subscribe: async ({ applicationServerKey }: { applicationServerKey: string }) => subscription(`made with ${applicationServerKey}`) },
    },
    clients: { matchAll: async () => windows, openWindow: async (url: string) => void did.push(`opened ${url}`) },
  };
  // oxlint-disable-next-line typescript/no-implied-eval -- it is a script of ours, read from its file
  new Function('self', source)(self);
}); // prettier-ignore

afterEach(() => vi.unstubAllGlobals());

async function tell(on: string, event: Record<string, unknown>): Promise<void> {
  const done: Promise<unknown>[] = [];
  listeners.get(on)?.({ ...event, waitUntil: (until: Promise<unknown>) => done.push(until) });
  await Promise.all(done);
}
const push = (text: string) => tell('push', { data: { json: () => JSON.parse(text) as unknown } });
/** The last notification is pressed. */
async function press(path: unknown = shown.at(-1)?.data.path): Promise<void> {
  const notification = { data: { path }, close: () => did.push('closed') };
  await tell('notificationclick', { notification });
}
const window = (path: string, able = true, frameType = 'top-level') => ({
  url: ORIGIN + path,
  frameType,
  focus: async () => void did.push(`focused ${path}`),
  navigate: async (url: string) => {
    if (!able) throw new TypeError('not controlled');
    did.push(`led ${path} to ${url}`);
    return window(new URL(url).pathname);
  },
});

it('shows what it is told, and leads to its page when it is pressed', async () => {
  await push(JSON.stringify({ title: 'COSU6415530971', body: '已出闸', path: JOURNEY, tag: 'ltr_1', language: 'zh-CN' }));
  expect(shown).toMatchObject([{ title: 'COSU6415530971', body: '已出闸', tag: 'ltr_1', lang: 'zh-CN' }]);
  await press();
  expect(did).toEqual(['closed', `opened ${ORIGIN}${JOURNEY}`]);
}); // prettier-ignore

it('takes the window where the page stands, else one of reading that can be led there, and never a card in a foreign page', async () => {
  windows = [window('/en/watch'), window(JOURNEY)];
  await press(JOURNEY);
  expect(did).toEqual(['closed', `focused ${JOURNEY}`]);
  did = [];
  windows = [
    window('/embed/x', true, 'nested'),
    window('/en', false),
    window('/en/account/alerts'),
    window('/en/shipments'),
  ];
  await press(JOURNEY);
  expect(did).toEqual(['closed', `led /en/shipments to ${ORIGIN}${JOURNEY}`, `focused ${JOURNEY}`]);
  did = [];
  // What is being filled in is not led away.
  windows = [window('/embed/x', true, 'nested'), window('/en', false), window('/en/account/alerts')];
  await press(JOURNEY);
  expect(did).toEqual(['closed', `opened ${ORIGIN}${JOURNEY}`]);
});

it.each([
  'https://evil.example/',
  '//evil.example/x',
  'javascript:alert(1)',
  '\\\\evil.example',
  'http://[',
  7,
  null,
])('leads home and nowhere else from %s', async (path) => {
  await press(path);
  expect(did).toEqual(['closed', `opened ${ORIGIN}/`]);
});

it('shows something of what it cannot read: a browser lets no push pass in silence', async () => {
  await tell('push', { data: null });
  await push('no json');
  expect(shown.map(({ title, data }) => [title, data.path])).toEqual([
    ['Throughline', '/'],
    ['Throughline', '/'],
  ]);
});

const subscription = (endpoint: string) => ({
  endpoint,
  options: { applicationServerKey: 'KEY' },
  toJSON: () => ({ endpoint, keys: { p256dh: 'P', auth: 'A' } }),
  unsubscribe: async () => void did.push(`ended ${endpoint}`),
});
/** The app answers with a status; null: there is no network. */
function answering(status: number | null) {
  const app = async (path: string, { method, body }: { method: string; body?: string }) => {
    did.push(`${method} ${path} ${body}`);
    if (status === null) throw new TypeError('no network');
    return { status };
  };
  vi.stubGlobal('fetch', app);
}
const posted = (endpoint: string) =>
  `POST /en/account/device-moved ${JSON.stringify({ before: 'before', endpoint, p256dh: 'P', auth: 'A' })}`;

it('says where its subscription has moved, and makes it anew where that was left to it', async () => {
  answering(204);
  await tell('pushsubscriptionchange', { oldSubscription: subscription('before'), newSubscription: subscription('after') }); // prettier-ignore
  await tell('pushsubscriptionchange', { oldSubscription: subscription('before'), newSubscription: null });
  expect(did).toEqual([posted('after'), posted('made with KEY')]);
});

it.each([404, 503, 0, null])('ends a subscription that is taken over for nobody: %s', async (status) => {
  answering(status);
  await tell('pushsubscriptionchange', { oldSubscription: subscription('before'), newSubscription: subscription('after') }); // prettier-ignore
  expect(did).toEqual([posted('after'), 'ended after']);
});

it('keeps none of which nobody knows whose it was', async () => {
  answering(204);
  await tell('pushsubscriptionchange', {});
  await tell('pushsubscriptionchange', { newSubscription: subscription('after') });
  expect(did).toEqual(['ended after']);
});
