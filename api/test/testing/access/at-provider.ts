import { askingAs, type Somebody } from './asking.ts';
import type { Browser } from './browser.ts';

/** `?…` of the address that leads to a provider. */
export type Led = Readonly<Partial<Record<'next' | 'email' | 'provider', string>>>;

/** The address of a provider that the service at `url` leads to, with all that it asks for; or the page that says why to none. */
export async function leadThere(browser: Browser, url: string, led: Led): Promise<URL> {
  return browser.follow(new URL(`/sign-in/oidc?${new URLSearchParams(led).toString()}`, url));
}

/** To the provider and back, up to the address that the service is asked for next. */
export async function comeBack(browser: Browser, url: string, led: Led): Promise<URL> {
  return ofService(await browser.follow(await leadThere(browser, url, led)), url);
}

/** The pages hand it on to the API. */
export function ofService(back: URL, url: string): URL {
  return new URL(back.pathname + back.search, url);
}

export async function viewerOf({ jar }: Browser, url: string): Promise<unknown> {
  const cookie = `tl_session=${jar.get('tl_session') ?? ''}`;
  return (await askingAs(url, { cookie }).need('{ viewer { kind name } }'))['viewer'];
}

/** Makes an account without a password, of an organisation; null: of those who run the service. */
export async function invite(operator: Somebody, login: string, name: string, organisation: string | null = null): Promise<string> {
  const { createUser } = await operator.need<{ createUser: { id: string } }>(
    'mutation ($login: String!, $name: String!, $of: ID) { createUser(login: $login, name: $name, role: MEMBER, organisation: $of) { ... on User { id } ... on Error { message } } }',
    { login, name, of: organisation },
  );
  return createUser.id;
} // prettier-ignore
