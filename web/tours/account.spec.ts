import { expect, type Page, test } from '@playwright/test';
import { askApi, makeAccount, signIn } from './account.ts';
import { doesNotScrollSideways, findingsBesideMap } from './looks.ts';
import { openJourney } from './open-journey.ts';
import { openReceiver } from './receiver.ts';
import { sampleOf } from './sample-numbers.ts';
import { languages } from './words.ts';

const VIEWER = '{ viewer { kind } }';
interface Viewer {
  readonly viewer: { readonly kind: string };
}

const secretOn = (page: Page) => page.getByTestId('secret').locator('code').innerText();
for (const { locale, words } of languages) {
  const name = (what: string) => `${what} ${locale} ${test.info().project.name}`;

  test(`a key made in ${locale} opens the API until it is revoked`, async ({ page, context }) => {
    await context.grantPermissions(['clipboard-read', 'clipboard-write']);
    await signIn(page, locale, words, await makeAccount(name('keys')));
    expect(await findingsBesideMap(page)).toEqual([]);
    await page.getByRole('link', { name: words.account.keys, exact: true }).click();
    await expect(page.getByText(words.keys.none)).toBeVisible();
    await page.getByText(words.keys.new, { exact: true }).click();
    await page.getByLabel(words.keys.name).fill('Stock system');
    await page.getByLabel(words.account.groups.MONEY).uncheck();
    await page.getByRole('button', { name: words.keys.create }).click();
    const key = await secretOn(page);
    expect(key).toMatch(/^tl_[\w-]{43}$/);
    await page.getByRole('button', { name: words.account.copy, exact: true }).click();
    await expect(page.getByRole('button', { name: words.account.copied })).toBeVisible();
    expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(key);
    expect((await askApi<Viewer>(VIEWER, {}, key)).data?.viewer.kind).toBe('API_KEY');

    await page.reload();
    const row = page.getByTestId('keys').getByRole('row').filter({ hasText: 'Stock system' });
    await expect(row).toContainText(key.slice(0, 11));
    await expect(row).not.toContainText(key);
    await expect(row).not.toContainText(words.keys.unused);
    expect(await findingsBesideMap(page)).toEqual([]);
    await doesNotScrollSideways(page);

    await row.getByRole('button', { name: words.keys.revoke }).click();
    await row.getByRole('button', { name: words.keys.confirm }).click();
    await expect(row).toContainText(words.account.states.REVOKED);
    await expect.poll(async () => (await askApi<Viewer>(VIEWER, {}, key)).data ?? null).toBeNull();
  });

  test(`a journey shared in ${locale} opens without signing in, with what was chosen, until it is taken back`, async ({
    page,
    browser,
  }) => {
    await signIn(page, locale, words, await makeAccount(name('links')));
    await openJourney(page, locale, sampleOf('MASTER_BILL', /Santos.* Ningbo/i));
    const share = page.getByTestId('share');
    await share.getByText(words.links.share, { exact: true }).click();
    // What says why is shown beside what it follows from.
    await share.getByLabel(words.account.groups.RELEASE).check();
    await expect(share.getByLabel(words.account.groups.PAPERS)).toBeChecked();
    await share.getByLabel(words.account.groups.PAPERS).uncheck();
    await expect(share.getByLabel(words.account.groups.RELEASE)).not.toBeChecked();
    await share.getByRole('button', { name: words.links.create }).click();
    const link = await secretOn(page);
    expect(await findingsBesideMap(page)).toEqual([]);
    await doesNotScrollSideways(page);

    const stranger = await browser.newContext();
    const shared = await stranger.newPage();
    await shared.goto(link);
    await expect(shared.getByTestId('shared')).toContainText(words.account.groups.POSITIONS);
    await expect(shared.getByTestId('shared').locator('time')).toBeVisible();
    await expect(shared.getByTestId('verdict')).not.toBeEmpty();
    await expect(shared.locator('#lines')).toContainText(words.lines.notShown);
    await expect(shared.getByTestId('withheld')).toContainText(words.account.groups.PAPERS);
    await expect(shared.getByTestId('connection')).toHaveAttribute('data-connection', 'OPEN');
    await expect(shared.locator('#lines [data-code="DECL_RELEASED"]')).toHaveCount(0);
    await expect(shared.getByRole('combobox', { name: words.search.label })).toHaveCount(0);
    expect(await findingsBesideMap(shared)).toEqual([]);
    await doesNotScrollSideways(shared);

    await page.goto(`/${locale}/account/links`);
    const row = page.getByTestId('links').locator('tbody tr');
    await expect(row).toContainText(words.account.states.ACTIVE);
    await row.getByRole('button', { name: words.links.revoke }).click();
    await row.getByRole('button', { name: words.links.confirm }).click();
    await expect(row).toContainText(words.account.states.REVOKED);
    await expect(async () => {
      await shared.goto(link);
      await expect(shared.getByText(words.links.endedTitle)).toBeVisible({ timeout: 2000 });
    }).toPass();
    await stranger.close();
  });

  test(`a webhook made in ${locale} is tried out, told again from a time, and shows what came of each call`, async ({
    page,
  }) => {
    const receiver = await openReceiver();
    await signIn(page, locale, words, await makeAccount(name('webhooks')));
    await page.goto(`/${locale}/account/webhooks`);
    await page.getByText(words.webhooks.new, { exact: true }).click();
    await page.getByLabel(words.webhooks.url).fill('http://198.51.100.7/hook');
    await page.getByLabel(words.webhooks.numbers).fill(sampleOf('MASTER_BILL', /Santos.* Ningbo/i)); // prettier-ignore
    await page.getByRole('button', { name: words.webhooks.create }).click();
    await expect(page.getByText(words.account.problems.REFUSED_URL)).toBeVisible();
    // What was filled in is still there.
    await page.getByLabel(words.webhooks.url).fill(receiver.url);
    await page.getByRole('button', { name: words.webhooks.create }).click();
    const secret = await secretOn(page);
    expect(secret).toMatch(/^whsec_/);
    expect(await findingsBesideMap(page)).toEqual([]);
    await doesNotScrollSideways(page);
    await page.getByRole('link', { name: words.webhooks.open }).click();

    await page.getByRole('button', { name: words.webhooks.test }).click();
    await expect(page.getByTestId('tested')).toContainText('204');
    expect(receiver.calls.at(-1)?.headers['webhook-signature']).toMatch(/^v1,/);

    receiver.status = 400;
    await page.getByText(words.webhooks.replay, { exact: true }).click();
    await page.getByLabel(words.webhooks.from).fill('2026-01-01T00:00');
    await page.getByRole('button', { name: words.webhooks.replaySubmit }).click();
    await expect(page.getByText(words.webhooks.replayed)).toBeVisible();
    await expect.poll(() => receiver.calls.length).toBeGreaterThan(1);
    const log = page.getByTestId('log');
    const dead = log.locator('li[data-state="DEAD"]');
    await expect(async () => {
      await page.reload();
      await log.getByRole('link', { name: words.webhooks.deliveryStates.DEAD }).click();
      await expect(dead.first()).toContainText('HTTP 400', { timeout: 2000 });
    }).toPass();
    await dead.first().getByText(words.webhooks.details).click();
    await expect(dead.first()).toContainText('feed.entries');
    expect(await findingsBesideMap(page)).toEqual([]);
    await doesNotScrollSideways(page);

    receiver.status = 204;
    const count = await dead.count();
    await dead.first().getByRole('button', { name: words.webhooks.resend }).click();
    await expect(dead).toHaveCount(count - 1);
    await log.getByRole('link', { name: words.webhooks.deliveryStates.DELIVERED }).click();
    await expect(log.locator('li[data-state="DELIVERED"]').first()).toContainText('HTTP 204');

    await page.getByRole('button', { name: words.webhooks.rotate }).click();
    await expect(page.getByTestId('secret')).toBeVisible();
    expect(await secretOn(page)).not.toBe(secret);
    await page.getByRole('button', { name: words.webhooks.pause, exact: true }).click();
    await expect(page.getByTestId('webhook-state')).toHaveAttribute('data-state', 'PAUSED');
    await page.getByRole('button', { name: words.webhooks.enable, exact: true }).click();
    await expect(page.getByTestId('webhook-state')).toHaveAttribute('data-state', 'ENABLED');
    await page.getByRole('button', { name: words.webhooks.delete, exact: true }).click();
    await page.getByRole('button', { name: words.webhooks.confirmDelete }).click();
    await expect(page.getByText(words.webhooks.none)).toBeVisible();
    await receiver.close();
  });
}

test('an administrator lets somebody sign in, and keeps him from it again', async ({ page, browser }) => {
  const [{ words }] = languages;
  const project = test.info().project.name;
  await signIn(page, 'en', words, await makeAccount(`people ${project}`));
  await page.goto('/en/account/people');
  await page.getByText(words.people.invite, { exact: true }).click();
  const account = {
    login: `colleague-${crypto.randomUUID()}`,
    password: crypto.randomUUID(),
    name: 'Ann Colleague',
  };
  await page.getByLabel(words.people.name, { exact: true }).fill(account.name);
  await page.getByLabel(words.people.login).fill(account.login);
  await page.getByLabel(words.people.password).fill(account.password);
  await page.getByRole('button', { name: words.people.create, exact: true }).click();
  await expect(page.getByText('Ann Colleague can sign in now.')).toBeVisible();
  expect(await findingsBesideMap(page)).toEqual([]);

  const other = await (await browser.newContext()).newPage();
  await signIn(other, 'en', words, account);
  // He sees what it sees, and changes nothing of it.
  await expect(other.getByRole('link', { name: words.account.keys, exact: true })).toHaveCount(0);
  expect((await other.goto('/en/account/keys'))?.status()).toBe(404);
  const row = page.getByTestId('people').getByRole('row').filter({ hasText: account.login });
  await row.getByRole('button', { name: 'Disable Ann Colleague' }).click();
  await row.getByRole('button', { name: words.people.confirm, exact: true }).click();
  await expect(row).toContainText(words.people.disabled);
  await expect(async () => {
    await other.goto('/en/account');
    await expect(other.getByRole('main')).not.toContainText(account.name, { timeout: 1000 });
  }).toPass();
  await other.context().close();
});
