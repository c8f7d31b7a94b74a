import { expect, test } from '@playwright/test';
import { makeAccount, signIn } from './account.ts';
import { doesNotScrollSideways, findings } from './looks.ts';
import { languages } from './words.ts';

test('a rule is made with the keyboard, paused, followed again and deleted, in either language and light', async ({ page }) => {
  for (const { locale, words } of languages) {
    await page.emulateMedia({ colorScheme: locale === 'en' ? 'light' : 'dark' });
    await page.context().clearCookies();
    await signIn(page, locale, words, await makeAccount(`alerts ${locale} ${test.info().project.name}`));
    const { alerts } = words;
    // Where one looks after what one follows leads to it.
    await page.goto(`/${locale}/watch`);
    await page.getByRole('link', { name: alerts.link }).click();
    await expect(page.getByText(alerts.none)).toBeVisible();
    await expect(page.getByText(alerts.noLetters)).toBeVisible();

    await page.getByText(alerts.new, { exact: true }).focus();
    await page.keyboard.press('Enter');
    await page.getByLabel(alerts.name).focus();
    await page.keyboard.type('Gate');
    await page.keyboard.press('Tab');
    await page.keyboard.type('lin.yue@kapok.example');
    await page.getByRole('button', { name: alerts.create }).press('Enter');
    await expect(page.getByText(words.account.problems.NOTHING_ASKED)).toBeVisible();
    await page.getByLabel(alerts.watchList).selectOption({ label: words.watch.own });
    const codes = page.getByRole('group', { name: alerts.codes });
    await codes.getByRole('checkbox').first().focus();
    await page.keyboard.press('Space');
    await page.getByLabel(alerts.etaHours).fill('12');
    await page.getByLabel(alerts.quietFrom).fill('22:00');
    await page.getByLabel(alerts.zone).fill('Asia/Nowhere');
    await page.getByLabel(alerts.quietUntil).fill('07:30');
    expect(await findings(page)).toEqual([]);
    await doesNotScrollSideways(page);
    await page.getByRole('button', { name: alerts.create }).press('Enter');
    await expect(page.getByText(words.account.problems.BAD_HOURS)).toBeVisible();
    await page.getByLabel(alerts.zone).fill('Asia/Shanghai');
    await page.getByRole('button', { name: alerts.create }).press('Enter');

    const row = page.getByTestId('alert-rules').locator('tbody tr');
    await expect(row).toHaveCount(1);
    for (const part of ['Gate', words.watch.own, '22:00', '07:30', 'Asia/Shanghai', alerts.asItComes]) await expect(row).toContainText(part);
    await row.getByRole('button', { name: alerts.changeOf.replace('{name}', 'Gate') }).press('Enter');
    const changed = page.getByRole('region', { name: alerts.changeOf.replace('{name}', 'Gate') });
    await expect(changed.getByLabel(alerts.name)).toBeFocused();
    await expect(changed.getByLabel(alerts.etaHours)).toHaveValue('12');
    await expect(changed.getByRole('group', { name: alerts.codes }).getByRole('checkbox').first()).toBeChecked();
    await changed.getByLabel(alerts.quietUntil).fill('06:15');
    expect(await findings(page)).toEqual([]);
    await changed.getByRole('button', { name: alerts.save }).press('Enter');
    await expect(changed.getByText(alerts.changed)).toBeVisible();
    await expect(row).toContainText('06:15');
    await changed.getByRole('button', { name: alerts.close }).press('Enter');
    await expect(changed).toHaveCount(0);
    await expect(row.getByRole('button', { name: alerts.changeOf.replace('{name}', 'Gate') })).toBeFocused();
    await row.getByRole('button', { name: alerts.pauseOf.replace('{name}', 'Gate') }).press('Enter');
    await expect(row).toContainText(alerts.states.PAUSED);
    expect(await findings(page)).toEqual([]);
    await doesNotScrollSideways(page);
    await row.getByRole('button', { name: alerts.enableOf.replace('{name}', 'Gate') }).press('Enter');
    await expect(row).toContainText(alerts.states.ENABLED);
    await row.getByRole('button', { name: alerts.deleteOf.replace('{name}', 'Gate') }).press('Enter');
    await expect(row.getByRole('button', { name: alerts.deleteConfirm })).toBeFocused();
    await page.keyboard.press('Enter');
    await expect(page.getByText(alerts.none)).toBeVisible();
  }
}); // prettier-ignore
