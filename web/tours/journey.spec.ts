import { expect, test } from '@playwright/test';
import { doesNotScrollSideways } from './looks.ts';
import { openJourney } from './open-journey.ts';
import { sampleOf } from './sample-numbers.ts';
import { languages } from './words.ts';

for (const { locale, words } of languages) {
  test(`a bill typed in ${locale} is named, found, and opens its evidence`, async ({ page }) => {
    const number = sampleOf('MASTER_BILL');
    await page.goto(`/${locale}`);
    await expect(page.locator('html')).toHaveAttribute('lang', locale);

    await page.getByRole('combobox', { name: words.search.label }).fill(number);
    await expect(page.getByTestId('number-kinds')).toContainText(words.schemes.MASTER_BILL);
    await page.getByRole('button', { name: words.search.submit }).click();

    await expect(page).toHaveURL(new RegExp(`/${locale}/shipments/`));
    await expect(page.getByTestId('journey')).toContainText(number);
    await expect(page.getByTestId('verdict')).not.toBeEmpty();

    const lines = page.getByRole('region', { name: words.lines.title });
    const logistics = lines.getByRole('list', { name: words.lines.logistics, exact: true });
    const documents = lines.getByRole('list', { name: words.lines.documents, exact: true });
    await expect(logistics.first()).toBeVisible();
    await expect(documents.first()).toBeVisible();

    const customs = documents.locator('[data-code="DECL_RELEASED"]').first();
    await expect(customs).toContainText(locale === 'en' ? 'Released by customs' : '海关放行');
    await customs.getByRole('button').first().click();
    const evidence = customs.getByTestId('evidence');
    await expect(evidence).toContainText('SHA-256');
    await expect(evidence.locator('mark').first()).not.toBeEmpty();
  });
}

for (const { locale, words } of languages) {
  test(`the consignee of a house bill stands in ${locale} on its page, with who says so`, async ({
    page,
  }) => {
    await openJourney(page, locale, sampleOf('HOUSE_BILL'));
    const panel = page.getByRole('region', { name: words.cargo.parties });
    const consignee = panel.getByTestId('party').filter({ hasText: words.cargo.roles.CONSIGNEE });
    await expect(consignee).toContainText('Nordhafen Zweirad GmbH');
    await expect(panel).toContainText('重庆山岚机械有限公司');
    await consignee.getByRole('button').click();
    const saidBy = consignee.getByTestId('said-by');
    await expect(saidBy).toContainText(locale === 'en' ? 'Customs single window' : '国际贸易单一窗口');
    await expect(saidBy.getByRole('link').first()).toHaveAttribute('href', /^#milestone-/);
  });
}

test('the language switch keeps the journey', async ({ page }) => {
  await openJourney(page, 'en', sampleOf('MASTER_BILL'));
  await page.getByRole('link', { name: '简体中文' }).click();
  await expect(page).toHaveURL(/\/zh-CN\/shipments\//);
  await expect(page.getByRole('heading', { name: '两条线' })).toBeVisible();
});

test('a reused box asks which trip is meant', async ({ page }) => {
  await page.goto(`/en/find?number=${sampleOf('CONTAINER', /two trips/i)}`);
  const trips = page.getByRole('main').getByRole('listitem');
  await expect(trips).toHaveCount(2);
  await expect(trips.filter({ hasText: 'Completed' })).toHaveCount(1);
  await trips.filter({ hasText: 'Completed' }).getByRole('link').click();
  await expect(page.getByTestId('verdict')).toContainText('completed');
});

test('a bill without its carrier prefix is found, and the page says so', async ({ page }) => {
  await openJourney(page, 'en', sampleOf('MASTER_BILL', /without SCAC/i));
  await expect(page.getByTestId('journey')).toContainText('carrier prefix added');
});

test('the page never scrolls sideways', async ({ page }) => {
  await openJourney(page, 'zh-CN', sampleOf('MASTER_BILL'));
  await page.getByTestId('milestone').first().click();
  await doesNotScrollSideways(page);
});
