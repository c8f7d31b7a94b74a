import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { saveOrganisation } from 'graph-schema/cypher/access/organisations';
import { findProviderUser } from 'graph-schema/cypher/access/provider-sign-in';
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import { signInOperator } from './testing/access/accounts.ts';
import { askingAs, type Somebody } from './testing/access/asking.ts';
import { comeBack, invite, leadThere, ofService, viewerOf, type Led } from './testing/access/at-provider.ts';
import { openBrowser } from './testing/access/browser.ts';
import {
  CLIENT,
  openOpenIdProvider,
  type Claims,
  type OpenIdProvider,
} from './testing/access/openid-provider.ts';
import { startSampleSystem, type SampleSystem } from './testing/sample-system.ts';

/** Two firms: one by the settings, whose people may be of any organisation, and one by the file, whose people are of its own alone. */
const BOX = 'org_of-box-lines';
const WANG = { sub: 'one', email: 'wang.li@freight.example', email_verified: true };
const LI = { sub: 'one', email: 'li.na@box.example', email_verified: true };

let freight: OpenIdProvider;
let box: OpenIdProvider;
let folder: string;
let system: SampleSystem;
let operator: Somebody;
let settings: Readonly<Record<string, string>>;

beforeAll(async () => {
  [freight, box] = await Promise.all([openOpenIdProvider(), openOpenIdProvider()]);
  folder = mkdtempSync(join(tmpdir(), 'throughline-providers-'));
  const file = join(folder, 'providers.json');
  const { id: clientId, secret: clientSecret } = CLIENT;
  const entry = { id: 'box', issuer: box.issuer, clientId, clientSecret, domains: ['box.example'], organisation: BOX, emailVerified: 'unless-denied' };
  writeFileSync(file, JSON.stringify({ providers: [entry] }));
  settings = {
    ACCESS: 'required',
    OIDC_ISSUER: freight.issuer,
    OIDC_CLIENT_ID: clientId,
    OIDC_CLIENT_SECRET: clientSecret,
    OIDC_DOMAINS: 'freight.example',
    OIDC_PROVIDERS_FILE: file,
  };
  Object.assign(process.env, settings);
  system = await startSampleSystem(undefined, undefined, null);
  operator = await signInOperator(system);
  const row = { id: BOX, name: 'Box Lines', nameZh: null, kinds: ['CARRIER'], keys: [], sources: [] };
  await system.access.accounts.write((run) => run(saveOrganisation, row));
  await invite(operator, WANG.email, 'Wang Li');
  await invite(operator, LI.email, 'Li Na', BOX);
}, 300_000); // prettier-ignore
beforeEach(() => {
  for (const [provider, person] of [[freight, WANG], [box, LI]] as const)
    Object.assign(provider, { person, spoil: (claims: Claims) => claims, redeemings: 0 });
}); // prettier-ignore
afterAll(async () => {
  await system.stop();
  await freight.close();
  await box.close();
  rmSync(folder, { recursive: true });
  for (const name of Object.keys(settings)) delete process.env[name];
});

/** Where somebody ends who asks for his provider so, and who he is then. */
async function signInBy(led: Led): Promise<readonly [where: string, who: unknown]> {
  const browser = openBrowser();
  const { pathname, search } = await browser.follow(await comeBack(browser, system.url, { next: '/en/shipments', ...led }));
  return [pathname + search, browser.jar.has('tl_session') ? await viewerOf(browser, system.url) : null];
} // prettier-ignore

it('does not tell whose providers there are', async () => {
  expect(await askingAs(system.url, {}).need('{ signInProvider { name } signInByEmail }')).toEqual({
    signInProvider: null,
    signInByEmail: true,
  });
});

it('signs the people of each firm in at its own provider, by their address', async () => {
  expect(await signInBy({ email: WANG.email })).toEqual(['/en/shipments', { kind: 'OPERATOR', name: 'Wang Li' }]);
  expect([freight.redeemings, box.redeemings]).toEqual([1, 0]);
  expect(await signInBy({ email: 'Li.Na@Box.example' })).toEqual(['/en/shipments', { kind: 'MEMBER', name: 'Li Na' }]);
  expect([freight.redeemings, box.redeemings]).toEqual([1, 1]);
  // An address of ours may name the provider, say on a page of the firm.
  expect((await signInBy({ provider: 'box' }))[1]).toEqual({ kind: 'MEMBER', name: 'Li Na' });
}); // prettier-ignore

it('saves who has typed his address typing it again', async () => {
  const there = await leadThere(openBrowser(), system.url, { email: LI.email });
  expect(there.origin).toBe(box.issuer);
  expect(there.searchParams.get('login_hint')).toBe(LI.email);
  expect(new URL(there.searchParams.get('redirect_uri') ?? '').pathname).toBe('/sign-in/oidc/callback/box');
}); // prettier-ignore

it.each<Led>([{ email: 'sun@quay.example' }, { email: 'box.example' }, { provider: 'quay' }, {}])(
  'leads nowhere by %j',
  async (led) => {
    const browser = openBrowser();
    const { pathname, search } = await leadThere(browser, system.url, led);
    expect(pathname + search).toBe('/sign-in?problem=NO_PROVIDER');
    expect([...browser.jar.keys()]).toEqual([]);
  },
);

it('still leads on to the page when the address was mistyped', async () => {
  const { search } = await leadThere(openBrowser(), system.url, { email: 'li@bax.example', next: '/en/codes' });
  expect(search).toBe('?problem=NO_PROVIDER&next=%2Fen%2Fcodes');
}); // prettier-ignore

it('believes neither of the people of the other', async () => {
  freight.person = { ...LI, sub: 'li' };
  box.person = { ...WANG, sub: 'wang' };
  for (const provider of ['default', 'box'])
    expect(await signInBy({ provider }), provider).toEqual(['/sign-in?problem=NOT_INVITED', null]);
  // Nor where it says that it is the other.
  box.spoil = (claims) => ({ ...claims, ...WANG, iss: freight.issuer });
  expect(await signInBy({ provider: 'box' })).toEqual(['/sign-in?problem=PROVIDER_REFUSED', null]);
});

it('opens no account of another organisation, also not to one that has an address of the firm', async () => {
  const guest = { sub: 'guest', email: 'guest@box.example', email_verified: true };
  await invite(operator, guest.email, 'Guest');
  box.person = guest;
  expect(await signInBy({ email: guest.email })).toEqual(['/sign-in?problem=NOT_INVITED', null]);
});

it('takes the address of which nothing is said from the provider alone that is believed so, and from neither what is denied', async () => {
  const sun = { sub: 'sun', email: 'sun.yi@box.example' };
  const zhao = { sub: 'zhao', email: 'zhao.yi@freight.example' };
  for (const { email } of [sun, zhao]) await invite(operator, email, email, email === sun.email ? BOX : null);
  [box.person, freight.person] = [{ ...sun, email_verified: false }, zhao];
  expect(await signInBy({ email: sun.email })).toEqual(['/sign-in?problem=NOT_INVITED', null]);
  expect(await signInBy({ email: zhao.email })).toEqual(['/sign-in?problem=NOT_INVITED', null]);
  box.person = sun;
  expect((await signInBy({ email: sun.email }))[1]).toEqual({ kind: 'MEMBER', name: sun.email });
}); // prettier-ignore

it('opens no account any more of a domain that was taken from a provider', async () => {
  expect((await signInBy({ email: WANG.email }))[0]).toBe('/en/shipments');
  const asked = { key: `${freight.issuer} ${WANG.sub}`, logins: [WANG.email], organisation: null };
  const opened = (domains: readonly string[]) =>
    system.access.accounts.write((run) => run(findProviderUser, { ...asked, domains }));
  expect(await opened(['freight.example'])).toHaveLength(1);
  expect(await opened(['quay.example'])).toEqual([]);
});

it('hands no answer of one provider to the other', async () => {
  const refused = '?problem=PROVIDER_REFUSED';
  // One firm's provider leads a visitor on to the other's, who knows him and sends him back to where it always does.
  const visitor = openBrowser();
  const there = await leadThere(visitor, system.url, { provider: 'box' });
  const lured = new URL(`/authorize${there.search}`, freight.issuer);
  lured.searchParams.set('redirect_uri', new URL('/sign-in/oidc/callback', system.url).href);
  const back = await visitor.follow(lured);
  expect(back.searchParams.get('code')).not.toBeNull();
  expect((await visitor.follow(ofService(back, system.url))).search).toBe(refused);
  // An answer that was carried to the address of the other.
  const browser = openBrowser();
  const { search } = await comeBack(browser, system.url, { provider: 'box' });
  const carried = new URL(`/sign-in/oidc/callback${search}`, system.url);
  expect((await browser.follow(carried)).search).toBe(refused);
  expect([freight.redeemings, box.redeemings]).toEqual([0, 0]);
  // Each redeems its own codes alone.
  const other = openBrowser();
  const [mine, foreign] = [
    await comeBack(other, system.url, { provider: 'box' }),
    await comeBack(openBrowser(), system.url, { provider: 'default' }),
  ];
  mine.searchParams.set('code', foreign.searchParams.get('code') ?? '');
  expect((await other.follow(mine)).search).toBe(refused);
  expect([...visitor.jar.keys(), ...browser.jar.keys(), ...other.jar.keys()]).toEqual([]);
});
