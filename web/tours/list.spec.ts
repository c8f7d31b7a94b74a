import { AxeBuilder } from '@axe-core/playwright';
import { expect, test } from '@playwright/test';
import { languages } from './words.ts';

for (const { locale, words } of languages) {
  test(`the list in ${locale} is limited by what is filled in, and downloads what it shows`, async ({ page }) => {
    await page.goto(`/${locale}`);
    await page.getByRole('link', { name: words.app.shipments }).click();
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(words.list.title);
    const list = page.getByTestId('shipments');
    await expect(list.getByRole('row').nth(5)).toBeVisible();
    expect((await new AxeBuilder({ page }).analyze()).violations).toEqual([]);

    await page.getByLabel(words.list.filters.container).fill('CBHU 380417-5');
    await page.getByRole('button', { name: words.list.submit }).click();
    await expect(page).toHaveURL(/container=CBHU/);
    await expect(page).not.toHaveURL(/bill=/);
    await expect(list.getByRole('rowheader')).toHaveCount(1);
    const download = page.waitForEvent('download');
    await page.getByRole('link', { name: words.list.csv }).click();
    const file = await (await download).createReadStream();
    const lines = Buffer.concat(await file.toArray()).toString().trim().split('\r\n');
    expect(lines).toHaveLength(2);
    expect(lines[1]).toContain('COSU6415530971');

    await list.getByRole('link').click();
    await page.waitForURL(/shipments\/shp_/);
  });
} // prettier-ignore
