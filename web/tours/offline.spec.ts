import { expect, type Page, test } from '@playwright/test';
import { makeAccount, signIn } from './account.ts';
import { findingsBesideMap } from './looks.ts';
import { openJourney } from './open-journey.ts';
import { sampleOf } from './sample-numbers.ts';
import { languages } from './words.ts';

test.use({ serviceWorkers: 'allow' });

for (const { locale, words } of languages)
  test(`a journey opened in ${locale} is read without a connection, with its age, until its reader signs out`, async ({
    page,
    context,
  }) => {
    await signIn(page, locale, words, await makeAccount(`offline ${locale} ${test.info().project.name}`));
    await openJourney(page, locale, sampleOf('MASTER_BILL', /Santos.* Ningbo/i));
    await expect.poll(() => keptPages(page)).toHaveLength(1);
    // The worker is in control of this page, though the page before was left while it was installed.
    await expect
      .poll(() => page.evaluate(() => navigator.serviceWorker.controller !== null), { timeout: 90_000 })
      .toBe(true);
    expect(await keptNames(page)).not.toContain('/graphql');
    const journey = page.url();
    const verdict = page.getByTestId('verdict');

    await context.setOffline(true);
    await page.reload();
    const note = page.getByTestId('offline-note');
    await expect(note).toContainText(words.offline.now);
    await expect(note.locator('time')).toHaveAttribute('datetime', /^2\d{3}-/);
    await expect(verdict).not.toBeEmpty();
    // It is alive: a line opens to its evidence.
    await page.getByTestId('milestone').first().click();
    await expect(page.getByTestId('milestone').first()).toHaveAttribute('aria-expanded', 'true');
    expect(await findingsBesideMap(page)).toEqual([]);

    await page.goto(`/${locale}/account`);
    await expect(page.getByRole('heading', { name: words.offline.title })).toBeVisible();
    await page.getByTestId('kept').getByRole('link').click();
    await expect(page).toHaveURL(new URL(journey).pathname);
    await expect(verdict).not.toBeEmpty();

    await context.setOffline(false);
    await note.getByRole('button', { name: words.offline.reload }).click();
    await expect(note).toHaveCount(0);
    await page.goto(`/${locale}/account`);
    await page.getByRole('button', { name: words.access.signOut }).click();
    await expect.poll(() => keptPages(page)).toHaveLength(0);
    await context.setOffline(true);
    await page.goto(journey);
    await expect(page.getByText(words.offline.nothing)).toBeVisible();
    await expect(page.getByText(sampleOf('MASTER_BILL', /Santos.* Ningbo/i))).toHaveCount(0);
  });

for (const { locale, words } of languages)
  test(`the app is installed under its name in ${locale}`, async ({ page, request }) => {
    await page.goto(`/${locale}`);
    const address = (await page.locator('link[rel="manifest"]').getAttribute('href')) ?? '';
    const manifest = (await (await request.get(address)).json()) as {
      readonly name: string;
      readonly start_url: string;
      readonly icons: readonly { readonly src: string; readonly type: string; readonly sizes: string }[];
    };
    expect(manifest.name).toBe(words.app.title);
    expect((await request.get(manifest.start_url)).status()).toBe(200);
    expect(manifest.icons.map(({ sizes }) => sizes)).toEqual(expect.arrayContaining(['192x192', '512x512']));
    for (const { src, type } of manifest.icons)
      expect((await request.get(src)).headers()['content-type']).toContain(type);
  });

const keptPages = (page: Page) =>
  page.evaluate(async () =>
    (await (await caches.open('throughline-journeys-1')).keys()).map(({ url }) => new URL(url).pathname),
  );

const keptNames = (page: Page) =>
  page.evaluate(async () => {
    const stores = await Promise.all((await caches.keys()).map((name) => caches.open(name)));
    const kept = await Promise.all(stores.map((store) => store.keys()));
    return kept.flat().map(({ url }) => new URL(url).pathname);
  });
