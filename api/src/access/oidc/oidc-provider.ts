import * as client from 'openid-client';
import { isLoopback, type OidcSettings } from './oidc-settings.ts';

const TIMEOUT_SECONDS = 10;

/** What is kept until the browser comes back from the provider. */
export interface Asked {
  readonly url: URL;
  readonly state: string;
  readonly nonce: string;
  readonly verifier: string;
}

/** Whom a provider vouches for. */
export interface Vouched {
  readonly issuer: string;
  /** Never given to anybody else there. */
  readonly subject: string;
  /** Null: none, or none that is taken for verified. */
  readonly email: string | null;
}

/** An OpenID provider as a confidential client knows it: authorization code flow with PKCE (RFC 7636), state and nonce. */
export interface OidcProvider {
  /** `email`: whom the provider need not ask for his name there (`login_hint`); null: not known. */
  ask(email: string | null): Promise<Asked>;
  /** Redeems the answer that the browser brought (`search`). Throws where anything in it is not as it was asked for. */
  redeem(search: string, asked: Pick<Asked, 'nonce' | 'verifier'> & { readonly state: string }): Promise<Vouched>;
} // prettier-ignore

export function createOidcProvider(settings: OidcSettings): OidcProvider {
  let found: Promise<client.Configuration> | null = null;
  // Asked for when somebody signs in: a provider that is away keeps the service from nothing else.
  const configuration = (): Promise<client.Configuration> => {
    found ??= discover(settings).catch((error: unknown) => {
      found = null;
      throw error;
    });
    return found;
  };
  return {
    async ask(email) {
      const config = await configuration();
      const [state, nonce, verifier] = [client.randomState(), client.randomNonce(), client.randomPKCECodeVerifier()];
      const url = client.buildAuthorizationUrl(config, {
        redirect_uri: settings.callback.href,
        scope: 'openid email',
        code_challenge: await client.calculatePKCECodeChallenge(verifier),
        code_challenge_method: 'S256',
        state,
        nonce,
        ...(email === null ? {} : { login_hint: email }),
      });
      return { url, state, nonce, verifier };
    },
    async redeem(search, { state, nonce, verifier }) {
      const config = await configuration();
      const answer = new URL(settings.callback);
      answer.search = search;
      const checks = { pkceCodeVerifier: verifier, expectedState: state, expectedNonce: nonce, idTokenExpected: true };
      const claims = (await client.authorizationCodeGrant(config, answer, checks)).claims();
      if (!claims) throw new Error('the provider gave no ID token');
      const { iss, sub, email, email_verified: isVerified } = claims;
      const isTaken = isVerified === true || (isVerified === undefined && settings.emailVerified === 'unless-denied');
      return {
        issuer: iss,
        subject: sub,
        email: typeof email === 'string' && isTaken ? email : null,
      };
    },
  };
} // prettier-ignore

async function discover({ issuer, clientId, clientSecret }: OidcSettings): Promise<client.Configuration> {
  const config = await client.discovery(issuer, clientId, undefined, client.ClientSecretBasic(clientSecret), {
    timeout: TIMEOUT_SECONDS,
    // oxlint-disable-next-line typescript/no-deprecated -- marked so only to be noticed; providers of tests have no TLS
    execute: isLoopback(issuer) ? [client.allowInsecureRequests] : [],
  });
  // The signature is checked, too, although the token comes from the provider itself (OpenID Connect Core 3.1.3.7, 6).
  client.enableNonRepudiationChecks(config);
  return config;
}
