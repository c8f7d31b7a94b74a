import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { expect, type Browser, type Page } from '@playwright/test';
import { askApi, askAs, signIn, type Account } from './account.ts';
import { mapIsDrawn } from './looks.ts';
import { sampleOf } from './sample-numbers.ts';
import type { languages } from './words.ts';

/** What pages about one thing are opened with: public ids, and the token of a share link. */
interface Shown {
  readonly shipment: string;
  readonly link: string;
  readonly webhook: string;
  readonly list: string;
  readonly message: string;
}

/** Whatever the app can show, by its file: pages, and what stands in their place. */
export function listViews(): string[] {
  const folder = join(import.meta.dirname, '../src/app/[locale]');
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' });
  return files.filter((path) => /(?:^|\/)(?:page|not-found|error)\.tsx$/.test(path)).toSorted();
}

/** Where each view is seen, behind the language. Null: no address leads there. */
export const ADDRESSES: Readonly<Record<string, (shown: Shown) => string | null>> = {
  'page.tsx': () => '',
  // What a browser without part of its API is shown, see the tour.
  'error.tsx': () => null,
  'not-found.tsx': () => '/watch/none',
  '[...rest]/page.tsx': () => '/no/such/page',
  'account/page.tsx': () => '/account',
  'account/audit/page.tsx': () => '/account/audit',
  'account/alerts/page.tsx': () => '/account/alerts',
  'account/grants/page.tsx': () => '/account/grants',
  'account/keys/page.tsx': () => '/account/keys',
  'account/links/page.tsx': () => '/account/links',
  'account/people/page.tsx': () => '/account/people',
  'account/webhooks/page.tsx': () => '/account/webhooks',
  'account/webhooks/[id]/page.tsx': ({ webhook }) => `/account/webhooks/${webhook}`,
  'codes/page.tsx': () => '/codes',
  'codes/[format]/[list]/page.tsx': () => '/codes/edifact-codeco/bgm-1001',
  'consumers/page.tsx': () => '/consumers',
  'embed/page.tsx': () => '/embed',
  'embed/[token]/page.tsx': ({ link }) => `/embed/${link}`,
  'find/page.tsx': () => '/find?number=KPK-NOBODY-000417',
  'messages/page.tsx': () => '/messages',
  'messages/[key]/page.tsx': ({ message }) => `/messages/${encodeURIComponent(message)}`,
  'messages/[key]/not-found.tsx': () => '/messages/none',
  'offline/page.tsx': () => '/offline',
  'parked/page.tsx': () => '/parked',
  'ports/page.tsx': () => '/ports',
  'ports/[code]/page.tsx': () => '/ports/CNNBO',
  'ports/[code]/not-found.tsx': () => '/ports/XXXXX',
  'shared/page.tsx': () => '/shared',
  'shared/[token]/page.tsx': ({ link }) => `/shared/${link}`,
  'shipments/page.tsx': () => '/shipments',
  'shipments/[id]/page.tsx': ({ shipment }) => `/shipments/${shipment}`,
  'shipments/[id]/not-found.tsx': () => '/shipments/none',
  'sign-in/page.tsx': () => '/sign-in',
  'sources/page.tsx': () => '/sources',
  'sources/[key]/page.tsx': () => '/sources/ningbo-terminal',
  'style-guide/page.tsx': () => '/style-guide',
  'watch/page.tsx': () => '/watch',
  'watch/[id]/page.tsx': ({ list }) => `/watch/${list}`,
};

/** Views of whoever runs the service; the others are seen by a member. */
export const isOfOperators = (view: string): boolean =>
  /^(?:codes|consumers|messages|parked|ports|sources)\//.test(view);

const MAKE = `mutation ($shipment: ID!, $other: ID!, $until: DateTime!) {
  shareShipment(shipment: $shipment, groups: [POSITIONS], expiresAt: $until) { ... on NewShareLink { token } }
  grantShipment(shipment: $shipment, organisation: $other, groups: [POSITIONS]) { __typename }
  createApiKey(name: "Stock system") { __typename }
  createWebhook(url: "http://127.0.0.1:9/hook", filter: { numbers: ["COSU6499999999"] }) { ... on WebhookSecret { webhook { id } } }
  createWatchList(name: "Week 47") { ... on WatchList { id } }
  addToWatchList(id: "followed", shipments: [$shipment]) { __typename }
}`;
interface Made {
  readonly shareShipment: { readonly token: string };
  readonly createWebhook: { readonly webhook: { readonly id: string } };
  readonly createWatchList: { readonly id: string };
}

/** Something of every kind, made by whoever is signed in on the page, so that no page is empty. */
async function makeShown(page: Page): Promise<Shown> {
  const number = sampleOf('MASTER_BILL', /Santos.* Ningbo/i);
  const { lookup, viewer, organisations } = await askAs<{
    readonly lookup: { readonly shipments: readonly { readonly shipment: { readonly id: string } }[] };
    readonly viewer: { readonly organisation: string };
    readonly organisations: readonly { readonly id: string }[];
  }>(page, 'query ($number: String!) { lookup(number: $number) { shipments { shipment { id } } } viewer { organisation } organisations { id } }', { number });
  const shipment = lookup.shipments[0]?.shipment.id ?? '';
  const other = organisations.find(({ id }) => id !== viewer.organisation)?.id ?? '';
  const made = await askAs<Made>(page, MAKE, { shipment, other, until: '2099-01-01T00:00:00Z' });
  const received = await askApi<{ receivedMessages: { messages: { id: string }[] } }>('{ receivedMessages(first: 1) { messages { id } } }');
  return {
    shipment,
    link: made.shareShipment.token,
    webhook: made.createWebhook.webhook.id,
    list: made.createWatchList.id,
    message: received.data?.receivedMessages.messages[0]?.id ?? '',
  };
} // prettier-ignore

interface Walk {
  /** Signs in, and sees what a member sees. */
  readonly page: Page;
  /** Has a second context, for whoever runs the service. */
  readonly browser: Browser;
  readonly language: (typeof languages)[number];
  /** Of the member. */
  readonly account: Account;
  /** Texts are those of the pseudo language from then on: longer, and in brackets. */
  readonly isPseudo?: boolean;
  readonly look: { readonly colorScheme: 'light' | 'dark'; readonly reducedMotion: 'reduce' };
}

/** Goes to every view that has an address, as who sees it, with something in it, and has it looked at once its map is drawn. */
export async function walkEveryView(
  { page, browser, language: { locale, words }, account, isPseudo = false, look }: Walk,
  lookAt: (page: Page, view: string) => Promise<void>,
): Promise<void> {
  await page.emulateMedia(look);
  await signIn(page, locale, words, account);
  const shown = await makeShown(page);
  const context = await browser.newContext(look);
  const operator = await context.newPage();
  const cookies = isPseudo ? [{ name: 'pseudo', value: '1', url: new URL(page.url()).origin }] : [];
  for (const of of [page.context(), context]) await of.addCookies(cookies);
  for (const view of listViews()) {
    const address = ADDRESSES[view]?.(shown) ?? null;
    if (address === null) continue;
    const by = isOfOperators(view) ? operator : page;
    const response = await by.goto(`/${locale}${address}`);
    // What is looked at is that view, and not where one signs in.
    expect(new URL(by.url()).pathname, view).toBe(`/${locale}${address.replace(/\?.*/, '')}`);
    expect(response?.status(), view).toBe(/not-found|\[\.\.\.rest\]/.test(view) ? 404 : 200);
    await mapIsDrawn(by);
    await lookAt(by, view);
  }
  await context.close();
}
