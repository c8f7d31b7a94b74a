import { expect, test } from '@playwright/test';
import { makeAccount, signIn } from './account.ts';
import { doesNotScrollSideways, findings } from './looks.ts';
import { languages } from './words.ts';

test('a view of the list is kept under a name with its columns, opened again and deleted, in either language and light', async ({ page }) => {
  for (const { locale, words } of languages) {
    await page.emulateMedia({ colorScheme: locale === 'en' ? 'light' : 'dark' });
    await page.context().clearCookies();
    await signIn(page, locale, words, await makeAccount(`views ${locale} ${test.info().project.name}`));
    const { views, list } = words;
    await page.goto(`/${locale}/shipments`);
    await page.getByRole('group', { name: list.shownColumns }).getByLabel(list.columns.next).uncheck();
    await page.getByRole('combobox', { name: list.sort }).selectOption({ label: list.sorts.ARRIVAL });
    await page.getByRole('button', { name: list.submit, exact: true }).click();
    await expect(page).toHaveURL(/columns=/);
    const table = page.getByTestId('shipments');
    await expect(table.locator('tbody tr').first().locator('td[data-head]')).toHaveCount(4);

    await page.getByText(views.keep, { exact: true }).click();
    await page.getByLabel(views.name).fill('By arrival');
    await page.getByLabel(views.share).check();
    await page.getByRole('button', { name: views.keepSubmit }).click();
    const named = page.getByRole('navigation', { name: views.title }).getByRole('link', { name: 'By arrival' });
    await expect(named).toHaveAttribute('aria-current', 'true');
    await expect(named).toContainText(views.shared);
    expect(await findings(page)).toEqual([]);
    await doesNotScrollSideways(page);

    await page.goto(`/${locale}/shipments`);
    await expect(named).not.toHaveAttribute('aria-current');
    await named.click();
    await expect(table.locator('tbody tr').first().locator('td[data-head]')).toHaveCount(4);
    await page.getByRole('button', { name: views.deleteOf.replace('{name}', 'By arrival') }).click();
    await page.getByRole('button', { name: views.deleteConfirm }).click();
    await expect(named).toHaveCount(0);
  }
}); // prettier-ignore
