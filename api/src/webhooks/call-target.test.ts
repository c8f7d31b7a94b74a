import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { publicLookup, RefusedTargetError, type Resolve } from './allowed-targets.ts';
import { createTargetCaller, type TargetCaller } from './call-target.ts';

const NAME = 'hooks.example';
const [PUBLIC, OTHER_PUBLIC, HERE] = ['8.8.8.8', '2606:4700::1111', '127.0.0.1'];

let server: Server;
let port: number;
let reached = 0;
const callers: TargetCaller[] = [];
beforeEach(async () => {
  reached = 0;
  server = createServer((_, response) => {
    reached += 1;
    response.writeHead(204).end();
  }).listen(0, HERE);
  // Whoever connects is somebody, also without TLS.
  server.on('connection', () => (reached += 10));
  await once(server, 'listening');
  ({ port } = server.address() as AddressInfo);
});
afterEach(() => {
  for (const one of callers.splice(0)) one.close();
  server.close();
});

/** A name that leads elsewhere each time that it is asked for; an empty answer: to nothing. The last one stays. */
function changing(...answers: readonly (readonly string[])[]) {
  let asked = 0;
  const resolve: Resolve = (hostname, _, callback) => {
    const answer = answers[Math.min(asked, answers.length - 1)] ?? [];
    asked += 1;
    const gone = Object.assign(new Error(`ENOTFOUND ${hostname}`), { code: 'ENOTFOUND' });
    const found = answer.map((address) => ({ address, family: address.includes(':') ? 6 : 4 }));
    queueMicrotask(() => callback(answer.length > 0 ? null : gone, found));
  };
  return { resolve, times: () => asked };
}

function call(resolve: Resolve, allowed: readonly string[], protocol: 'http' | 'https') {
  const caller = createTargetCaller({ allowed }, 'Test/1', resolve);
  callers.push(caller);
  return caller.ask({ method: 'POST', url: `${protocol}://${NAME}:${port}/`, headers: {}, body: '{}' });
}

/** What a connection is given, for all addresses and for one. */
function given(resolve: Resolve, all: boolean): Promise<unknown> {
  return new Promise((answer) => {
    publicLookup({ allowed: [] }, resolve)(NAME, { all }, (error, found) => answer(error ?? found));
  });
}

describe('a name that leads elsewhere between two looks', () => {
  it('is not connected to at a private address that it led to after it had been a public one', async () => {
    const { resolve } = changing([PUBLIC], [HERE]);
    expect(await given(resolve, false)).toBe(PUBLIC);
    expect(await call(resolve, [], 'https')).toBe(`${NAME} leads to no public address`);
    expect(reached).toBe(0);
  });

  it('is connected to at the address that was looked at, and asked for once', async () => {
    const { resolve, times } = changing([HERE], []);
    expect(await call(resolve, [NAME], 'http')).toMatchObject({ statusCode: 204 });
    expect([reached, times()]).toEqual([11, 1]);
    expect(await call(resolve, [NAME], 'http')).toBe(`ENOTFOUND ${NAME}`);
    expect([reached, times()]).toEqual([11, 2]);
  });

  it('is given without the private ones among its addresses', async () => {
    const { resolve } = changing([HERE, OTHER_PUBLIC, '10.0.0.1', PUBLIC]);
    const [all, one] = [await given(resolve, true), await given(resolve, false)];
    expect(all).toEqual([{ address: OTHER_PUBLIC, family: 6 }, { address: PUBLIC, family: 4 }]);
    expect(one).toBe(OTHER_PUBLIC);
    expect(await given(changing([HERE, '::1']).resolve, true)).toBeInstanceOf(RefusedTargetError);
  });
}); // prettier-ignore
