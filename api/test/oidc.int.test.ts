import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import { signInOperator } from './testing/access/accounts.ts';
import { askingAs, type Somebody } from './testing/access/asking.ts';
import {
  comeBack as comeBackFrom,
  invite as makeAccount,
  leadThere,
  viewerOf,
} from './testing/access/at-provider.ts';
import { openBrowser, type Browser } from './testing/access/browser.ts';
import {
  CLIENT,
  openOpenIdProvider,
  type Claims,
  type OpenIdProvider,
} from './testing/access/openid-provider.ts';
import { startSampleSystem, type SampleSystem } from './testing/sample-system.ts';

const SETTINGS = [
  'ACCESS',
  'OIDC_ISSUER',
  'OIDC_CLIENT_ID',
  'OIDC_CLIENT_SECRET',
  'OIDC_DOMAINS',
  'OIDC_NAME',
];
const INVITED = 'wang.li@freight.example';

let provider: OpenIdProvider;
let system: SampleSystem;
let operator: Somebody;
let ahead = 0;

beforeAll(async () => {
  provider = await openOpenIdProvider();
  Object.assign(process.env, {
    ACCESS: 'required',
    OIDC_ISSUER: provider.issuer,
    OIDC_CLIENT_ID: CLIENT.id,
    OIDC_CLIENT_SECRET: CLIENT.secret,
    OIDC_DOMAINS: 'freight.example',
    OIDC_NAME: 'Freight SSO',
  });
  system = await startSampleSystem(undefined, undefined, null, 'off', () => Date.now() + ahead);
  operator = await signInOperator(system);
  await invite(INVITED);
}, 300_000);
beforeEach(() => {
  ahead = 0;
  Object.assign(provider, { spoil: (claims: Claims) => claims, isForged: false });
  provider.person = { sub: 'wang', email: INVITED, email_verified: true };
});
afterAll(async () => {
  await system.stop();
  await provider.close();
  for (const name of SETTINGS) delete process.env[name];
});

const invite = (login: string) => makeAccount(operator, login, 'Wang Li');

const comeBack = (browser: Browser, next = '/en/shipments') => comeBackFrom(browser, system.url, { next });

const signInWith = async (browser: Browser): Promise<string> => {
  const { pathname, search } = await browser.follow(await comeBack(browser));
  return pathname + search;
};

it('is offered by its name', async () => {
  expect(await askingAs(system.url, {}).need('{ signInProvider { name } signInByEmail }')).toEqual({
    signInProvider: { name: 'Freight SSO' },
    signInByEmail: false,
  });
});

it('signs in whom an administrator invited by his e-mail address, and leads on to the page', async () => {
  const browser = openBrowser();
  expect(await signInWith(browser)).toBe('/en/shipments');
  expect(await viewerOf(browser, system.url)).toEqual({ kind: 'OPERATOR', name: 'Wang Li' });
  expect([...browser.jar.keys()]).toEqual(['tl_session']);
  // From then on he is known by what never changes there, whatever his address.
  provider.person = { sub: 'wang', email: 'li.wang@freight.example', email_verified: true };
  expect(await signInWith(openBrowser())).toBe('/en/shipments');
  const { auditTrail } = await operator.need<{ auditTrail: { action: string }[] }>(
    '{ auditTrail { action } }',
  );
  expect(auditTrail.filter(({ action }) => action === 'signInAtProvider')).toHaveLength(2);
});

it('leads on to no other site', async () => {
  const browser = openBrowser();
  for (const next of [
    '//elsewhere.example',
    '/\\elsewhere.example',
    'https://elsewhere.example',
    '/en/sign-in',
  ]) {
    const { href } = await browser.follow(await comeBack(browser, next));
    expect(href, next).toBe(new URL('/', system.url).href);
  }
});

it('asks with PKCE, state and nonce, each of them new', async () => {
  const asked = await Promise.all([1, 2].map(() => leadThere(openBrowser(), system.url, {})));
  for (const name of ['code_challenge', 'state', 'nonce']) {
    const values = asked.map(({ searchParams }) => searchParams.get(name) ?? '');
    expect(new Set(values.filter((value) => value.length >= 43)).size, name).toBe(2);
  }
  expect(asked[0]?.searchParams.get('code_challenge_method')).toBe('S256');
});

const now = () => Math.floor(Date.now() / 1000);
const wrongTokens: readonly [what: string, spoil: (claims: Claims) => Claims][] = [
  ['of another nonce', (claims) => ({ ...claims, nonce: 'another' })],
  ['without a nonce', (claims) => ({ ...claims, nonce: undefined })],
  ['that has expired', (claims) => ({ ...claims, iat: now() - 900, exp: now() - 600 })],
  ['for another client', (claims) => ({ ...claims, aud: 'another' })],
  ['of another issuer', (claims) => ({ ...claims, iss: 'https://elsewhere.example' })],
];
it.each(wrongTokens)('refuses a token %s', async (_, spoil) => {
  provider.spoil = spoil;
  const browser = openBrowser();
  expect(await signInWith(browser)).toBe('/sign-in?problem=PROVIDER_REFUSED');
  expect([...browser.jar.keys()]).toEqual([]);
});

it('refuses a token that the provider did not sign', async () => {
  provider.isForged = true;
  expect(await signInWith(openBrowser())).toBe('/sign-in?problem=PROVIDER_REFUSED');
});

const strangers: readonly [what: string, person: Claims][] = [
  ['nobody invited', { sub: 'zhao', email: 'zhao@freight.example', email_verified: true }],
  ['is of another domain', { sub: 'li', email: 'li@elsewhere.example', email_verified: true }],
  [
    'has an address that nobody verified',
    { sub: 'sun', email: 'sun@freight.example', email_verified: false },
  ],
  ['has no address', { sub: 'qian' }],
  [
    'was given the address of somebody who has signed in',
    { sub: 'new', email: INVITED, email_verified: true },
  ],
];
it.each(strangers)('signs nobody in who %s', async (_, person) => {
  if (person['email'] !== INVITED && typeof person['email'] === 'string' && person['sub'] !== 'zhao') await invite(person['email']);
  if (person['email'] === INVITED) await signInWith(openBrowser());
  provider.person = person;
  const browser = openBrowser();
  expect(await signInWith(browser)).toBe('/sign-in?problem=NOT_INVITED');
  expect([...browser.jar.keys()]).toEqual([]);
}); // prettier-ignore

it('signs nobody in who may not sign in any more', async () => {
  const id = await invite('zhou@freight.example');
  provider.person = { sub: 'zhou', email: 'zhou@freight.example', email_verified: true };
  expect(await signInWith(openBrowser())).toBe('/en/shipments');
  await operator.need('mutation ($id: ID!) { changeUser(id: $id, role: MEMBER, isDisabled: true) { __typename } }', { id }); // prettier-ignore
  expect(await signInWith(openBrowser())).toBe('/sign-in?problem=NOT_INVITED');
});

it('takes a state once, from the browser that it was given to, and not after ten minutes', async () => {
  const browser = openBrowser();
  const back = await comeBack(browser);
  const held = new Map(browser.jar);
  expect((await browser.follow(back)).pathname).toBe('/en/shipments');
  // The same answer again, with all that the browser had.
  const replay = openBrowser();
  for (const [name, value] of held) replay.jar.set(name, value);
  expect((await replay.follow(back)).search).toBe('?problem=PROVIDER_REFUSED');
  // Somebody else's answer: he would be signed in as another without knowing.
  const other = openBrowser();
  const foreign = await comeBack(openBrowser());
  await comeBack(other);
  expect((await other.follow(foreign)).search).toBe('?problem=PROVIDER_REFUSED');
  const slow = openBrowser();
  const late = await comeBack(slow);
  ahead = 11 * 60_000;
  expect((await slow.follow(late)).search).toBe('?problem=PROVIDER_REFUSED');
});

it('says so when the person gives up at the provider', async () => {
  const browser = openBrowser();
  const { searchParams } = await comeBack(browser);
  const given = new URLSearchParams({ error: 'access_denied', state: searchParams.get('state') ?? '' });
  const { search } = await browser.follow(new URL(`/sign-in/oidc/callback?${given.toString()}`, system.url));
  expect(search).toBe('?problem=PROVIDER_REFUSED');
});

it('lets nobody in by a password whom it invited without one', async () => {
  const { signIn } = await askingAs(system.url, {}).need<{ signIn: { __typename: string } }>(
    'mutation ($login: String!) { signIn(login: $login, password: "") { __typename } }',
    { login: INVITED },
  );
  expect(signIn.__typename).toBe('SignInError');
});
