import { createHash, createSign, generateKeyPairSync, randomBytes, type KeyObject } from 'node:crypto';
import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

export const CLIENT = { id: 'throughline', secret: 'of the client' };
const KEY_ID = 'one';

/** What an ID token says (OpenID Connect Core 2). */
export type Claims = Record<string, unknown>;

/** An OpenID provider as a firm could have one: whoever comes is signed in at once as whom the test says. */
export interface OpenIdProvider {
  readonly issuer: string;
  /** Who is signed in there, as claims of his ID token. */
  person: Claims;
  /** Makes the token say something else than it should. */
  spoil: (claims: Claims) => Claims;
  /** Signs with a key that the provider does not publish. */
  isForged: boolean;
  /** How often it was asked to redeem a code. */
  redeemings: number;
  close(): Promise<void>;
}

interface Code {
  readonly challenge: string;
  readonly nonce: string;
  readonly redirect: string;
}

export async function openOpenIdProvider(): Promise<OpenIdProvider> {
  const [own, foreign] = [rsa(), rsa()];
  const codes = new Map<string, Code>();
  const server = createServer((request, response) => {
    void (async () => {
      const { pathname, searchParams } = new URL(request.url ?? '/', provider.issuer);
      const json = (status: number, body: unknown) =>
        response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body));
      switch (pathname) {
        case '/.well-known/openid-configuration':
          return json(200, configuration(provider.issuer));
        case '/jwks':
          return json(200, { keys: [{ ...own.publicKey.export({ format: 'jwk' }), kid: KEY_ID, alg: 'RS256', use: 'sig' }] });
        case '/authorize': {
          const code = randomBytes(16).toString('base64url');
          const redirect = searchParams.get('redirect_uri') ?? '';
          codes.set(code, { challenge: searchParams.get('code_challenge') ?? '', nonce: searchParams.get('nonce') ?? '', redirect });
          const back = new URL(redirect);
          back.searchParams.set('code', code);
          back.searchParams.set('state', searchParams.get('state') ?? '');
          return response.writeHead(302, { location: back.href }).end();
        }
        case '/token': {
          provider.redeemings += 1;
          const asked = new URLSearchParams(Buffer.concat(await request.toArray()).toString());
          const basic = `Basic ${Buffer.from(`${CLIENT.id}:${encodeURIComponent(CLIENT.secret).replaceAll('%20', '+')}`).toString('base64')}`;
          const code = codes.get(asked.get('code') ?? '');
          codes.delete(asked.get('code') ?? '');
          const proved = createHash('sha256').update(asked.get('code_verifier') ?? '').digest('base64url');
          if (request.headers.authorization !== basic) return json(401, { error: 'invalid_client' });
          if (!code || proved !== code.challenge || asked.get('redirect_uri') !== code.redirect) return json(400, { error: 'invalid_grant' });
          const now = Math.floor(Date.now() / 1000);
          const said = { iss: provider.issuer, aud: CLIENT.id, iat: now, exp: now + 300, nonce: code.nonce, ...provider.person };
          const key = provider.isForged ? foreign.privateKey : own.privateKey;
          return json(200, { access_token: 'none', token_type: 'Bearer', id_token: signed(provider.spoil(said), key) });
        }
        default:
          return json(404, {});
      }
    })();
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const provider: OpenIdProvider = {
    issuer: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    person: {},
    spoil: (claims) => claims,
    isForged: false,
    redeemings: 0,
    async close() {
      const closed = once(server, 'close');
      server.close();
      server.closeAllConnections();
      await closed;
    },
  };
  return provider;
} // prettier-ignore

const rsa = () => generateKeyPairSync('rsa', { modulusLength: 2048 });

const configuration = (issuer: string) => ({
  issuer,
  authorization_endpoint: `${issuer}/authorize`,
  token_endpoint: `${issuer}/token`,
  jwks_uri: `${issuer}/jwks`,
  response_types_supported: ['code'],
  subject_types_supported: ['public'],
  id_token_signing_alg_values_supported: ['RS256'],
  code_challenge_methods_supported: ['S256'],
});

function signed(claims: Claims, key: KeyObject): string {
  const part = (value: unknown) => Buffer.from(JSON.stringify(value)).toString('base64url');
  const text = `${part({ alg: 'RS256', typ: 'JWT', kid: KEY_ID })}.${part(claims)}`;
  return `${text}.${createSign('RSA-SHA256').update(text).sign(key).toString('base64url')}`;
}
