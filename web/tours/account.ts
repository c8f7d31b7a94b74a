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

export interface NewOrganisation {
  readonly name: string;
  readonly nameZh: string;
  readonly kinds: readonly string[];
  /** What opens cargo to it. */
  readonly keys: readonly string[];
}

/** One that the ocean carrier's cargo is open to. */
const KAPOK_LINE: NewOrganisation = {
  name: 'Kapok Line',
  nameZh: '木棉航运',
  kinds: ['CARRIER'],
  keys: ['PARTY:SCAC:COSU'],
};

export const SAVE_ORGANISATION =
  'mutation ($name: String!, $nameZh: String!, $kinds: [OrganisationKind!]!, $keys: [String!]!) { saveOrganisation(name: $name, nameZh: $nameZh, kinds: $kinds, keys: $keys, sources: []) { ... on Organisation { id } ... on Error { message } } }';

/** An administrator of a new organisation, which is called by `name` as well. */
export async function makeAccount(name: string, of: NewOrganisation = KAPOK_LINE): Promise<Account> {
  const organisation = await askApi<{ saveOrganisation: Made }>(SAVE_ORGANISATION, {
    ...of,
    name: `${of.name} ${name}`,
    nameZh: `${of.nameZh} ${name}`,
  });
  const account = { login: `tour-${crypto.randomUUID()}`, password: crypto.randomUUID(), name: `Lin Yue ${name}` };
  const made = await askApi<{ createUser: Made }>(
    'mutation ($login: String!, $name: String!, $password: String!, $of: ID!) { createUser(login: $login, name: $name, password: $password, role: ADMIN, organisation: $of) { ... on User { id } ... on Error { message } } }',
    { ...account, of: organisation.data?.saveOrganisation.id },
  );
  if (!made.data?.createUser.id) throw new Error(JSON.stringify([organisation, made]));
  return account;
} // prettier-ignore

/** Asks as whoever is signed in on a page. */
export async function askAs<T>(page: Page, query: string, variables: object = {}): Promise<T> {
  const response = await page.request.post('/graphql', { data: { query, variables } });
  const { data, errors } = (await response.json()) as Answer<T>;
  if (!data) throw new Error(JSON.stringify(errors));
  return data;
}

interface SignInWords {
  readonly access: { readonly login: string; readonly password: string; readonly signIn: string };
}

/** Fills in the sign-in page that is open, which leads on to where one was going. */
export async function fillSignIn(page: Page, words: SignInWords, { login, password }: Pick<Account, 'login' | 'password'>): Promise<void> {
  await page.getByLabel(words.access.login, { exact: true }).fill(login);
  await page.getByLabel(words.access.password, { exact: true }).fill(password);
  await page.getByRole('button', { name: words.access.signIn, exact: true }).click();
} // prettier-ignore

/** Signs in on the page, which leads on to the account. */
export async function signIn(
  page: Page,
  locale: string,
  words: SignInWords,
  account: Account,
): Promise<void> {
  await page.goto(`/${locale}/sign-in?next=/${locale}/account`);
  await fillSignIn(page, words, account);
  await expect(page).toHaveURL(new RegExp(`/${locale}/account$`));
  await expect(page.getByRole('main')).toContainText(account.name);
}
