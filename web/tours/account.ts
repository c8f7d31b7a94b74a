import { expect, type Page } from '@playwright/test';

/** Somebody who signs in, of an organisation of his own. */
export interface Account {
  readonly login: string;
  readonly password: string;
  readonly name: string;
}

interface Answer<T> {
  readonly data?: T;
  readonly errors?: unknown;
}

interface Made {
  readonly id: string;
  readonly message: string;
}

function apiUrl(): string {
  const url = process.env['API_URL'];
  if (!url) throw new Error('API_URL is not set: run by npm test.');
  return new URL('/graphql', url).href;
}

/** Asks the API itself, as a program does; without a key as whoever runs a service where nobody has to sign in. */
export async function askApi<T>(query: string, variables: object = {}, key: string | null = null): Promise<Answer<T>> {
  const response = await fetch(apiUrl(), {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...(key ? { authorization: `Bearer ${key}` } : {}) },
    body: JSON.stringify({ query, variables }),
  });
  return (await response.json()) as Answer<T>;
} // prettier-ignore

/** An administrator of a new organisation that the ocean carrier's cargo is open to. */
export async function makeAccount(name: string): Promise<Account> {
  const organisation = await askApi<{ saveOrganisation: Made }>(
    'mutation ($name: String!, $nameZh: String!) { saveOrganisation(name: $name, nameZh: $nameZh, kinds: [CARRIER], keys: ["PARTY:SCAC:COSU"], sources: []) { ... on Organisation { id } ... on Error { message } } }',
    { name: `Kapok Line ${name}`, nameZh: `木棉航运 ${name}` },
  );
  const account = { login: `tour-${crypto.randomUUID()}`, password: crypto.randomUUID(), name: `Lin Yue ${name}` };
  const made = await askApi<{ createUser: Made }>(
    'mutation ($login: String!, $name: String!, $password: String!, $of: ID!) { createUser(login: $login, name: $name, password: $password, role: ADMIN, organisation: $of) { ... on User { id } ... on Error { message } } }',
    { ...account, of: organisation.data?.saveOrganisation.id },
  );
  if (!made.data?.createUser.id) throw new Error(JSON.stringify([organisation, made]));
  return account;
} // prettier-ignore

interface SignInWords {
  readonly access: { readonly login: string; readonly password: string; readonly signIn: string };
}

/** Signs in on the page, which leads on to the account. */
export async function signIn(page: Page, locale: string, words: SignInWords, { login, password, name }: Account): Promise<void> {
  await page.goto(`/${locale}/sign-in?next=/${locale}/account`);
  await page.getByLabel(words.access.login, { exact: true }).fill(login);
  await page.getByLabel(words.access.password, { exact: true }).fill(password);
  await page.getByRole('button', { name: words.access.signIn, exact: true }).click();
  await expect(page).toHaveURL(new RegExp(`/${locale}/account$`));
  await expect(page.getByRole('main')).toContainText(name);
} // prettier-ignore
