import type { OidcSettings } from './oidc-settings.ts';

/** What an address of ours says of where somebody signs in: a provider by its id, or his e-mail address; null: not said. */
export interface Chosen {
  readonly provider: string | null;
  readonly email: string | null;
}

/** The provider that somebody is led to. Null: none is meant, or it is not said which. */
export function chooseProvider<P extends Pick<OidcSettings, 'id' | 'domains'>>(
  all: readonly P[],
  { provider, email }: Chosen,
): P | null {
  if (provider !== null) return all.find(({ id }) => id === provider) ?? null;
  if (email !== null) return all.find(({ domains }) => domains.includes(domainOf(email))) ?? null;
  return all.length === 1 ? (all[0] ?? null) : null;
}

/** Domain of an e-mail address, in small letters; empty: it is no address. */
export function domainOf(email: string): string {
  const at = email.lastIndexOf('@');
  return at < 1 ? '' : email.slice(at + 1).trim().toLowerCase(); // prettier-ignore
}
