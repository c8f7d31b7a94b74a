import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { oidcOf } from './oidc-settings.ts';

const whole = {
  OIDC_ISSUER: 'https://id.example.com/realms/cargo',
  OIDC_CLIENT_ID: 'throughline',
  OIDC_CLIENT_SECRET: 'kept elsewhere',
  OIDC_DOMAINS: 'Example.com, freight.example',
  OIDC_EMAIL_VERIFIED: 'said' as const,
  OIDC_NAME: '',
  OIDC_PROVIDERS_FILE: '',
  PUBLIC_URL: 'https://track.example.com',
};
const box = {
  id: 'box-lines',
  issuer: 'https://login.box.example',
  clientId: 'tracking',
  clientSecret: 'of box',
  domains: ['Box.example'],
};

let folder = '';
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'throughline-providers-'));
});
afterAll(() => rmSync(folder, { recursive: true }));

/** The settings with a file that says this. */
function withFile(said: unknown, settings: Partial<typeof whole> = {}) {
  const path = join(folder, 'providers.json');
  writeFileSync(path, typeof said === 'string' ? said : JSON.stringify(said));
  return oidcOf({ ...whole, OIDC_PROVIDERS_FILE: path, ...settings });
}

it('names a provider by its host, and where it sends people back to', () => {
  const [settings] = oidcOf(whole);
  expect(settings?.name).toBe('id.example.com');
  expect(settings?.domains).toEqual(['example.com', 'freight.example']);
  expect(settings?.callback.href).toBe('https://track.example.com/sign-in/oidc/callback');
});

it('is off without an issuer', () => {
  expect(oidcOf({ ...whole, OIDC_ISSUER: '' })).toEqual([]);
});

it.each(['OIDC_CLIENT_ID', 'OIDC_CLIENT_SECRET', 'OIDC_DOMAINS'] as const)(
  'does not start without %s',
  (name) => {
    expect(() => oidcOf({ ...whole, [name]: '' })).toThrow(name);
  },
);

it('takes a provider without TLS on this machine alone', () => {
  expect(() => oidcOf({ ...whole, OIDC_ISSUER: 'http://id.example.com' })).toThrow('https');
  expect(oidcOf({ ...whole, OIDC_ISSUER: 'http://127.0.0.1:5556' })[0]?.issuer.port).toBe('5556');
  expect(() => withFile({ providers: [{ ...box, issuer: 'http://login.box.example' }] })).toThrow(
    'box-lines: only https',
  );
});

it('takes those of a file beside it, each with an address of its own to come back to', () => {
  const [first, second] = withFile({
    providers: [{ ...box, name: 'Box Lines', organisation: 'org_1' }],
  });
  expect([first?.id, first?.organisation]).toEqual(['default', null]);
  expect(second).toMatchObject({
    id: 'box-lines',
    name: 'Box Lines',
    domains: ['box.example'],
    organisation: 'org_1',
  });
  expect(second?.callback.href).toBe('https://track.example.com/sign-in/oidc/callback/box-lines');
});

it('believes what is said of addresses, and where it is told to what is not said', () => {
  const taken = (file: object, settings: object = {}) => withFile({ providers: [{ ...box, ...file }] }, settings).map(({ emailVerified }) => emailVerified);
  expect(taken({})).toEqual(['said', 'said']);
  expect(taken({ emailVerified: 'unless-denied' })).toEqual(['said', 'unless-denied']);
  expect(taken({}, { OIDC_EMAIL_VERIFIED: 'unless-denied' })).toEqual(['unless-denied', 'said']);
}); // prettier-ignore

it('takes those of a file alone; the first of all may move there', () => {
  const [only, ...others] = withFile({ providers: [{ ...box, id: 'default' }] }, { OIDC_ISSUER: '' });
  expect(others).toEqual([]);
  expect(only?.callback.pathname).toBe('/sign-in/oidc/callback');
});

const broken: readonly [what: string, said: unknown, error: string][] = [
  [
    'a domain that is listed twice',
    { providers: [box, { ...box, id: 'quay', domains: ['quay.example', 'FREIGHT.example'] }] },
    'freight.example is listed twice, for the sign-in providers default and quay',
  ],
  ['an id that is given twice', { providers: [box, { ...box, domains: ['quay.example'] }] }, 'box-lines'],
  ['the id of the settings', { providers: [{ ...box, id: 'default' }] }, 'default'],
  ['no domain', { providers: [{ ...box, domains: [] }] }, 'domains'],
  ['an address for a domain', { providers: [{ ...box, domains: ['li@box.example'] }] }, 'domains'],
  ['an id that is no path', { providers: [{ ...box, id: '../graphql' }] }, 'hyphens'],
  ['a word that it does not know', { providers: [{ ...box, organization: 'org_1' }] }, 'organization'],
  [
    'a way to believe addresses that there is none',
    { providers: [{ ...box, emailVerified: true }] },
    'emailVerified',
  ],
  ['no secret', { providers: [{ ...box, clientSecret: '' }] }, 'clientSecret'],
  ['a list', [box], 'object'],
];
it.each(broken)('does not start with a file that has %s', (_, said, error) => {
  expect(() => withFile(said)).toThrow(error);
});

it('says which file it cannot read, and nothing that stands in it', () => {
  expect(() => withFile(whole, { OIDC_PROVIDERS_FILE: join(folder, 'none.json') })).toThrow('none.json');
  expect(() => withFile('{"clientSecret": "of box",')).toThrow(/providers\.json\n\S+ no JSON$/);
});
