import { createApiKey } from 'graph-schema/cypher/access/api-keys';
import { createClient } from 'graphql-ws';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { WebSocket } from 'ws';
import { ensureFirstAccount } from '../src/access/first-account.ts';
import { API_KEY_PREFIX, newId, newToken } from '../src/access/tokens.ts';
import { readOperations } from '../src/persisted-operations/read-operations.ts';
import { bearer, type Credentials } from './testing/access/asking.ts';
import { within } from './testing/deadline.ts';
import { ANCHOR, startSampleSystem, type SampleSystem } from './testing/sample-system.ts';

const SETTINGS = { ACCESS: 'required', PERSISTED_OPERATIONS: 'required' };
const NUMBER = 'COSU6415530971';
const TEXT = '{ viewer { kind } }';

let system: SampleSystem;
let session: Credentials;
let key: Credentials;
beforeAll(async () => {
  Object.assign(process.env, SETTINGS);
  system = await startSampleSystem();
  const { accounts } = system.access;
  const { password } = await ensureFirstAccount(accounts, { wall: Date.now(), now: Date.parse(ANCHOR) });
  const signedIn = await post(idOf('SignIn', { login: 'operator', password }), {});
  session = { cookie: signedIn.headers.getSetCookie()[0]?.split(';')[0] ?? '' };
  key = await makeKey();
}, 300_000);
afterAll(async () => {
  for (const name of Object.keys(SETTINGS)) delete process.env[name];
  await system.stop();
});

/** No text of a session's own would be answered: the key is made in the graph. */
async function makeKey(): Promise<Credentials> {
  const { text, hash, shown } = newToken(API_KEY_PREFIX);
  const { viewer } = await need<{ viewer: { organisation: string } }>(idOf('Viewer', {}));
  const { organisation } = viewer;
  const row = { id: newId('key'), name: 'any', organisation, prefix: shown, hash, groups: null, expiresAt: null, now: Date.now() };
  await system.access.accounts.write((run) => run(createApiKey, row));
  return bearer(text);
} // prettier-ignore

/** What a page sends. */
function idOf(name: string, variables: object): Record<string, unknown> {
  const [id] = [...readOperations()].find(([, text]) => new RegExp(`^\\w+ ${name}\\b`).test(text)) ?? [];
  if (id === undefined) throw new Error(`no page asks ${name}`);
  return { extensions: { persistedQuery: { version: 1, sha256Hash: id } }, variables };
}

const UNKNOWN = { extensions: { persistedQuery: { version: 1, sha256Hash: 'f'.repeat(64) } } };

function post(body: object, by: Credentials): Promise<Response> {
  return fetch(system.url, {
    method: 'POST',
    headers: { 'content-type': 'application/json', accept: 'application/graphql-response+json', ...by },
    body: JSON.stringify(body),
  });
}

interface Said {
  readonly data?: Record<string, unknown> | null;
  readonly errors?: readonly { readonly extensions?: { readonly code?: string } }[];
}

async function ask(body: object, by: Credentials): Promise<Said> {
  return (await (await post(body, by)).json()) as Said;
}

/** What somebody who has signed in is answered; he is. */
async function need<T>(body: object): Promise<T> {
  const { data, errors } = await ask(body, session);
  if (!data) throw new Error(JSON.stringify(errors));
  return data as T;
}

/** The first answer over a socket. */
async function follow(body: object, { authorization, ...headers }: Credentials): Promise<Said> {
  class Socket extends WebSocket {
    constructor(address: string, protocols: string) {
      super(address, protocols, { headers });
    }
  }
  const client = createClient({
    url: system.url.replace('http', 'ws'),
    webSocketImpl: Socket,
    connectionParams: { authorization },
    retryAttempts: 0,
  });
  try {
    const answers = client.iterate({ query: '', ...body });
    const { value } = await within(
      'an answer',
      answers.next().catch((errors: Said['errors']) => ({ value: { errors } })),
    );
    return value as Said;
  } finally {
    await client.dispose();
  }
}

const codeOf = ({ data, errors }: Said) => (data ? 'answered' : errors?.[0]?.extensions?.code);

describe('where only the operations of the pages are answered', () => {
  it('a page works: somebody signs in, finds a number, opens its journey and follows it', async () => {
    const { lookup } = await need<{ lookup: { shipments: { shipment: { id: string } }[] } }>(
      idOf('Lookup', { number: NUMBER }),
    );
    const id = lookup.shipments[0]?.shipment.id ?? '';
    const { data: opened } = await ask(idOf('Shipment', { id }), session);
    expect(opened).toMatchObject({ shipment: { __typename: 'Shipment', title: { value: NUMBER } } });
    const { data: followed } = await follow(idOf('JourneyUpdated', { id }), session);
    expect(followed).toMatchObject({ journeyUpdated: { __typename: 'JourneyUpdate', shipment: { id } } });
    expect(codeOf(await ask(idOf('Sources', { hours: 24 }), session))).toBe('answered');
  });

  it('any other is refused, but to whoever sends the key of an API', async () => {
    const refused = await post({ query: TEXT }, session);
    expect(refused.status).toBe(403);
    expect(codeOf((await refused.json()) as Said)).toBe('PERSISTED_OPERATION_REQUIRED');
    expect(codeOf(await ask({ query: TEXT }, {}))).toBe('PERSISTED_OPERATION_REQUIRED');
    expect(codeOf(await follow({ query: TEXT }, session))).toBe('PERSISTED_OPERATION_REQUIRED');
    expect(codeOf(await ask({ query: TEXT }, key))).toBe('answered');
    expect(codeOf(await follow({ query: TEXT }, key))).toBe('answered');
    expect(codeOf(await ask({ query: TEXT }, bearer('tl_of-nobody')))).toBe('UNAUTHENTICATED');
  });

  it('an unknown id is told as such, over any transport', async () => {
    const unknown = await post(UNKNOWN, session);
    expect(unknown.status).toBe(404);
    expect(codeOf((await unknown.json()) as Said)).toBe('PERSISTED_OPERATION_NOT_FOUND');
    expect(codeOf(await follow(UNKNOWN, session))).toBe('PERSISTED_OPERATION_NOT_FOUND');
  });
});
