import { afterAll, afterEach, beforeAll, expect, it } from 'vitest';
import { makeMember, signInOperator, type Member } from './testing/access/accounts.ts';
import { askingAs, type Answered, type Followed, type Somebody } from './testing/access/asking.ts';
import { NOTHING } from './testing/access/world.ts';
import { eventually } from './testing/deadline.ts';
import { openLiveStream } from './testing/live-stream.ts';
import { startSampleSystem, type SampleSystem } from './testing/sample-system.ts';

const SETTINGS = {
  ACCESS: 'required',
  API_REQUESTS_PER_MINUTE: '200',
  API_SOCKETS_AT_ONCE: '3',
  API_SUBSCRIPTIONS_AT_ONCE: '4',
};
const WHO = '{ viewer { kind } }';
/** A feed of what its reader sees, which here is nothing: it says so at once, and then no more. */
const FEED =
  'subscription { statusFeed { __typename ... on FeedPage { cursor } ... on ResyncError { cursor } } }';

/** The code that a socket is closed with. */
const TRY_AGAIN_LATER = 1013;

let system: SampleSystem;
let operator: Somebody;
let made = 0;
const followed: Pick<Followed<unknown>, 'close'>[] = [];
beforeAll(async () => {
  Object.assign(process.env, SETTINGS);
  system = await startSampleSystem();
  operator = await signInOperator(system);
}, 300_000);
afterEach(async () => {
  for (const one of followed.splice(0)) await one.close();
});
afterAll(async () => {
  for (const name of Object.keys(SETTINGS)) delete process.env[name];
  await system.stop();
});

/** An organisation with a key that has asked nothing yet. */
function member(): Promise<Member> {
  made += 1;
  return makeMember(operator, system.url, `member ${made}`, { ...NOTHING, holds: ['PARTY:SCAC:COSU'] }, new Map());
} // prettier-ignore

/** What the first answer over a socket of its own is, or why there is none: the code of an error, or that of a close. */
async function first(by: Somebody, query = FEED): Promise<unknown> {
  const one = by.follow(query);
  followed.push(one);
  const codeOf = (errors: Answered['errors']) => errors?.[0]?.extensions?.code;
  return one.next('an answer').then(
    (answer) => codeOf(answer?.errors) ?? 'answered',
    (error: unknown) => (Array.isArray(error) ? codeOf(error) : (error as { code?: number }).code),
  );
}

it('counts what a key asks over sockets with what it asks over HTTP', async () => {
  const { by } = await member();
  for (let asked = 0; asked < 198; asked += 1) await by.need(WHO);
  expect(await first(by, WHO)).toBe('answered');
  expect(await first(by)).toBe('answered');
  expect(await first(by, WHO)).toBe('TOO_MANY');
  expect((await fetch(system.url, { method: 'POST', headers: by.credentials })).status).toBe(429);
  expect(await first((await member()).by)).toBe('answered');
});

it('opens so many subscriptions of one key, over sockets and SSE, and another when one ends', async () => {
  const { by } = await member();
  const [held, other] = [0, 1].map(() => openLiveStream('SSE', system.url, FEED, {}, by.credentials));
  if (!held || !other) throw new Error('two are opened');
  followed.push(held, other);
  for (const one of [held, other]) await one.until('the first page', () => true);
  expect([await first(by), await first(by)]).toEqual(['answered', 'answered']);
  expect(await first(by)).toBe('TOO_MANY');
  await held.close();
  await eventually('a place is given back', async () => ((await first(by)) === 'answered' ? true : null));
  expect(await first((await member()).by)).toBe('answered');
});

it('opens so many sockets of one key, tells whoever opens more to try later, and another when one is closed', async () => {
  const { by } = await member();
  for (let opened = 0; opened < 3; opened += 1) expect(await first(by)).toBe('answered');
  expect(await first(by)).toBe(TRY_AGAIN_LATER);
  expect(await first((await member()).by)).toBe('answered');
  await followed[0]?.close();
  await eventually('a place is given back', async () => ((await first(by)) === 'answered' ? true : null));
});

it('tells whoever has a key that is none so, and keeps his socket apart from those of keys', async () => {
  const stranger = askingAs(system.url, { authorization: 'Bearer tl_invented' });
  expect(await first(stranger, WHO)).toBe('UNAUTHENTICATED');
});
