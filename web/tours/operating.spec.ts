import { expect, test } from '@playwright/test';
import { askApi, makeAccount, signIn } from './account.ts';
import { doesNotScrollSideways, findings } from './looks.ts';
import { openJourney } from './open-journey.ts';
import { sampleOf } from './sample-numbers.ts';
import { sendGateOut, serviceNow } from './send-codeco.ts';
import { languages } from './words.ts';

for (const { locale, words } of languages) {
  test(`an administrator reads in ${locale} who looked at which shipment, and finds it again by its address`, async ({
    page,
  }) => {
    const account = await makeAccount(`audit ${locale} ${test.info().project.name}`);
    await signIn(page, locale, words, account);
    await openJourney(page, locale, sampleOf('MASTER_BILL', /Santos.* Ningbo/i));
    const shipment = new URL(page.url()).pathname.split('/').at(-1) ?? '';
    const rows = page.getByTestId('audit').locator('tbody tr');
    // What was seen is written a second later.
    await expect(async () => {
      await page.goto(`/${locale}/account/audit`);
      await expect(rows.filter({ hasText: words.audit.actions.saw }).first()).toBeVisible({ timeout: 2000 });
    }).toPass();
    await expect(rows.first()).toContainText(account.name);
    expect(await findings(page)).toEqual([]);
    await doesNotScrollSideways(page);

    await page.getByRole('combobox', { name: words.audit.action, exact: true }).selectOption('signIn');
    await page.getByRole('main').getByRole('button', { name: words.audit.submit, exact: true }).click();
    await expect(page).toHaveURL(/action=signIn/);
    await expect(rows).toHaveCount(1);
    await expect(rows).toContainText(words.audit.actions.signIn);
    await page.goto(`/${locale}/account/audit?until=2020-01-01`);
    await expect(page.getByText(words.audit.none)).toBeVisible();
    expect(await findings(page)).toEqual([]);

    await page.goto(`/${locale}/account/audit?subject=${shipment}`);
    await rows.first().getByRole('link').click();
    await expect(page).toHaveURL(new RegExp(`/shipments/${shipment}`));
  });

  test(`who runs the service sees in ${locale} who follows the feed`, async ({ page }) => {
    const name = `Stock ${locale} ${test.info().project.name}`;
    const made = await askApi<{ createWebhook: { webhook: { id: string } } }>(
      'mutation ($name: String!) { createWebhook(url: "https://receiver.example/hook", description: $name) { ... on WebhookSecret { webhook { id } } } }',
      { name },
    );
    const id = made.data?.createWebhook.webhook.id;
    await askApi('mutation ($id: ID!) { pauseWebhook(id: $id) { __typename } }', { id });
    await page.goto(`/${locale}`);
    await page.getByRole('contentinfo').getByRole('link', { name: words.app.consumers }).click();
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(words.consumers.title);
    const one = page.locator(`[data-consumer="${id}"]`);
    await expect(one).toContainText(name);
    await expect(one).toContainText(words.consumers.states.PAUSED);
    await expect(one).toContainText('https://receiver.example');
    await expect(page.getByTestId('consumers-state')).not.toBeEmpty();
    expect(await findings(page)).toEqual([]);
    await doesNotScrollSideways(page);
    await askApi('mutation ($id: ID!) { deleteWebhook(id: $id) { __typename } }', { id });
  });

  test(`who runs the service sees in ${locale} what fits no trip`, async ({ page }, { project }) => {
    // A box of the coffee is told to leave a terminal while it is at sea.
    const box = 'CBHU3804175';
    await page.goto(`/${locale}`);
    const at = new Date(Date.parse(await serviceNow(page)) - 16 * 86_400_000).toISOString();
    const reference = `P${locale.slice(0, 2)}${project.name}`;
    await sendGateOut({ bill: 'COSU6499999990', container: box, at, reference });
    const told = page.getByTestId('parked-claims').locator('tr[data-reason="CONTRADICTED"]').filter({ hasText: /CBHU\s?380417/ });
    await expect(async () => {
      await page.goto(`/${locale}/parked`);
      await expect(told.first()).toBeVisible({ timeout: 2000 });
    }).toPass();

    await page.getByRole('contentinfo').getByRole('link', { name: words.app.parked }).click();
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(words.parkedClaims.title);
    const reason = page.getByRole('combobox', { name: words.parkedClaims.reason, exact: true });
    const submit = page.getByRole('main').getByRole('button', { name: words.parkedClaims.submit, exact: true });
    await reason.selectOption('CONTRADICTED');
    await submit.click();
    await expect(page).toHaveURL(/reason=CONTRADICTED/);
    await expect(told.first()).toBeVisible();
    const rows = page.getByTestId('parked-claims').locator('tbody tr');
    await expect(rows.and(page.locator(':not([data-reason="CONTRADICTED"])'))).toHaveCount(0);
    expect(await findings(page)).toEqual([]);
    await doesNotScrollSideways(page);
    await reason.selectOption('BETWEEN_CYCLES');
    await submit.click();
    await expect(page).toHaveURL(/reason=BETWEEN_CYCLES/);
    await expect(told).toHaveCount(0);
  });
} // prettier-ignore
