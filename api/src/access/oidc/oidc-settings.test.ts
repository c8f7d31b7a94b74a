import { expect, it } from 'vitest';
import { oidcOf } from './oidc-settings.ts';

const whole = {
  OIDC_ISSUER: 'https://id.example.com/realms/cargo',
  OIDC_CLIENT_ID: 'throughline',
  OIDC_CLIENT_SECRET: 'kept elsewhere',
  OIDC_DOMAINS: 'Example.com, freight.example',
  OIDC_NAME: '',
  PUBLIC_URL: 'https://track.example.com',
};

it('names a provider by its host, and where it sends people back to', () => {
  const settings = oidcOf(whole);
  expect(settings?.name).toBe('id.example.com');
  expect(settings?.domains).toEqual(['example.com', 'freight.example']);
  expect(settings?.callback.href).toBe('https://track.example.com/sign-in/oidc/callback');
});

it('is off without an issuer', () => {
  expect(oidcOf({ ...whole, OIDC_ISSUER: '' })).toBeNull();
});

it.each(['OIDC_CLIENT_ID', 'OIDC_CLIENT_SECRET', 'OIDC_DOMAINS'] as const)(
  'does not start without %s',
  (name) => {
    expect(() => oidcOf({ ...whole, [name]: '' })).toThrow(name);
  },
);

it('takes a provider without TLS on this machine alone', () => {
  expect(() => oidcOf({ ...whole, OIDC_ISSUER: 'http://id.example.com' })).toThrow('https');
  expect(oidcOf({ ...whole, OIDC_ISSUER: 'http://127.0.0.1:5556' })?.issuer.port).toBe('5556');
});
