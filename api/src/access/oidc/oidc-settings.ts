/** The identity provider at which people of firms sign in. */
export interface OidcSettings {
  /** What the provider names itself by; https, or http on this machine. */
  readonly issuer: URL;
  readonly clientId: string;
  readonly clientSecret: string;
  /** Domains of e-mail addresses that it is believed for, in small letters; never empty. */
  readonly domains: readonly string[];
  /** What the button calls it. */
  readonly name: string;
  /** Where it sends browsers back to. */
  readonly callback: URL;
}

interface Environment {
  readonly OIDC_ISSUER: string;
  readonly OIDC_CLIENT_ID: string;
  readonly OIDC_CLIENT_SECRET: string;
  readonly OIDC_DOMAINS: string;
  readonly OIDC_NAME: string;
  readonly PUBLIC_URL: string;
}

export const OIDC_PATH = '/sign-in/oidc';
export const OIDC_CALLBACK_PATH = `${OIDC_PATH}/callback`;

const LOOPBACK = ['127.0.0.1', '[::1]', 'localhost'];

export function isLoopback({ hostname }: URL): boolean {
  return LOOPBACK.includes(hostname);
}

/** Null: nobody signs in at a provider. Throws where the settings are half made: a button that leads nowhere helps nobody. */
export function oidcOf(read: Environment): OidcSettings | null {
  if (read.OIDC_ISSUER === '') return null;
  const domains = read.OIDC_DOMAINS.toLowerCase().split(',').map((domain) => domain.trim()).filter((domain) => domain !== ''); // prettier-ignore
  const missing = (['OIDC_CLIENT_ID', 'OIDC_CLIENT_SECRET'] as const).filter((name) => read[name] === '');
  if (missing.length > 0 || domains.length === 0)
    throw new Error(`OIDC_ISSUER is set, so set ${[...missing, ...(domains.length === 0 ? ['OIDC_DOMAINS'] : [])].join(', ')}, too`); // prettier-ignore
  const issuer = new URL(read.OIDC_ISSUER);
  if (issuer.protocol !== 'https:' && !isLoopback(issuer)) throw new Error('OIDC_ISSUER: only https');
  return {
    issuer,
    clientId: read.OIDC_CLIENT_ID,
    clientSecret: read.OIDC_CLIENT_SECRET,
    domains,
    name: read.OIDC_NAME === '' ? issuer.hostname : read.OIDC_NAME,
    callback: new URL(OIDC_CALLBACK_PATH, read.PUBLIC_URL),
  };
}
