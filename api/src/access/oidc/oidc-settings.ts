import { readProvidersFile, type EMAIL_VERIFIED, type ProviderEntry } from './providers-file.ts';

/** The identity provider at which the people of a firm sign in. */
export interface OidcSettings {
  /** Names it in addresses of ours. */
  readonly id: string;
  /** What the provider names itself by; https, or http on this machine. */
  readonly issuer: URL;
  readonly clientId: string;
  readonly clientSecret: string;
  /** Domains of e-mail addresses that it is believed for, in small letters; never empty, and of no other provider. */
  readonly domains: readonly string[];
  /** Public id of the organisation whose people alone it signs in; null: of any. */
  readonly organisation: string | null;
  readonly emailVerified: (typeof EMAIL_VERIFIED)[number];
  /** What the button calls it. */
  readonly name: string;
  /** Where it sends browsers back to: each provider to an address of its own (RFC 9700, 4.4.2). */
  readonly callback: URL;
}

interface Environment {
  readonly OIDC_ISSUER: string;
  readonly OIDC_CLIENT_ID: string;
  readonly OIDC_CLIENT_SECRET: string;
  readonly OIDC_DOMAINS: string;
  readonly OIDC_EMAIL_VERIFIED: (typeof EMAIL_VERIFIED)[number];
  readonly OIDC_NAME: string;
  readonly OIDC_PROVIDERS_FILE: string;
  readonly PUBLIC_URL: string;
}

export const OIDC_PATH = '/sign-in/oidc';
export const OIDC_CALLBACK_PATH = `${OIDC_PATH}/callback`;

/** Id of the one of the settings `OIDC_…`; it sends browsers back to `OIDC_CALLBACK_PATH` itself, in a file, too. */
const OF_SETTINGS = 'default';
const LOOPBACK = ['127.0.0.1', '[::1]', 'localhost'];

export function isLoopback({ hostname }: URL): boolean {
  return LOOPBACK.includes(hostname);
}

/** None: nobody signs in at a provider. Throws where the settings are half made: a button that leads nowhere helps nobody. */
export function oidcOf(read: Environment): readonly OidcSettings[] {
  const file = read.OIDC_PROVIDERS_FILE;
  const entries = [...entryOfSettings(read), ...(file === '' ? [] : readProvidersFile(file))];
  refuseTwice(entries);
  return entries.map((entry) => settingsOf(entry, read.PUBLIC_URL));
}

/** One address of ours, and one domain, leads to one provider. */
function refuseTwice(entries: readonly ProviderEntry[]): void {
  const ids = new Set<string>();
  const domains = new Map<string, string>();
  for (const entry of entries) {
    if (ids.has(entry.id)) throw new Error(`two sign-in providers have the id ${entry.id}`);
    ids.add(entry.id);
    for (const domain of entry.domains) {
      const first = domains.get(domain);
      if (first !== undefined)
        throw new Error(`the e-mail domain ${domain} is listed twice, for the sign-in providers ${first} and ${entry.id}`); // prettier-ignore
      domains.set(domain, entry.id);
    }
  }
}

function entryOfSettings(read: Environment): readonly ProviderEntry[] {
  if (read.OIDC_ISSUER === '') return [];
  const domains = read.OIDC_DOMAINS.toLowerCase().split(',').map((domain) => domain.trim()).filter((domain) => domain !== ''); // prettier-ignore
  const missing = (['OIDC_CLIENT_ID', 'OIDC_CLIENT_SECRET'] as const).filter((name) => read[name] === '');
  if (missing.length > 0 || domains.length === 0)
    throw new Error(`OIDC_ISSUER is set, so set ${[...missing, ...(domains.length === 0 ? ['OIDC_DOMAINS'] : [])].join(', ')}, too`); // prettier-ignore
  return [
    {
      id: OF_SETTINGS,
      issuer: read.OIDC_ISSUER,
      clientId: read.OIDC_CLIENT_ID,
      clientSecret: read.OIDC_CLIENT_SECRET,
      domains,
      organisation: null,
      emailVerified: read.OIDC_EMAIL_VERIFIED,
      name: read.OIDC_NAME === '' ? null : read.OIDC_NAME,
    },
  ];
}

function settingsOf(entry: ProviderEntry, publicUrl: string): OidcSettings {
  const issuer = new URL(entry.issuer);
  if (issuer.protocol !== 'https:' && !isLoopback(issuer))
    throw new Error(`issuer of the sign-in provider ${entry.id}: only https`);
  const path = entry.id === OF_SETTINGS ? OIDC_CALLBACK_PATH : `${OIDC_CALLBACK_PATH}/${entry.id}`;
  return {
    ...entry,
    issuer,
    name: entry.name ?? issuer.hostname,
    callback: new URL(path, publicUrl),
  };
}
