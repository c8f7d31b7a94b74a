import { expect, test } from '@playwright/test';
import { findings } from './looks.ts';
import { openJourney } from './open-journey.ts';
import { sampleOf } from './sample-numbers.ts';

for (const colorScheme of ['light', 'dark'] as const) {
  test(`start page and journey have no accessibility findings (${colorScheme})`, async ({ page }) => {
    await page.emulateMedia({ colorScheme });
    await page.goto('/en');
    await page.getByRole('combobox').fill('CSQU3054383');
    await expect(page.getByTestId('number-kinds')).not.toBeEmpty();
    expect(await findings(page)).toEqual([]);

    await openJourney(page, 'zh-CN', sampleOf('MASTER_BILL'));
    await page.getByTestId('milestone').first().click();
    await expect(page.getByTestId('map')).toHaveAttribute('data-map-state', 'drawn');
    expect(await findings(page)).toEqual([]);
  });
}

test('the keyboard alone finds a cargo and opens a status line', async ({ page }) => {
  await page.goto('/en');
  await page.keyboard.press('Tab');
  await expect(page.getByRole('link', { name: 'Skip to the content' })).toBeFocused();
  await page.getByRole('combobox').focus();
  await page.keyboard.type(sampleOf('MASTER_BILL'));
  await page.keyboard.press('Enter');
  await page.waitForURL(/shipments/);
  const line = page.getByTestId('milestone').first();
  await line.focus();
  await page.keyboard.press('Enter');
  await expect(line).toHaveAttribute('aria-expanded', 'true');
});
