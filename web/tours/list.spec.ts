import { expect, test } from '@playwright/test';
import { doesNotScrollSideways, findings } from './looks.ts';
import { languages } from './words.ts';

for (const { locale, words } of languages) {
  test(`the list in ${locale} is limited by what is filled in, and downloads what it shows`, async ({ page }) => {
    await page.goto(`/${locale}`);
    await page.getByRole('link', { name: words.app.shipments }).click();
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(words.list.title);
    const list = page.getByTestId('shipments');
    await expect(list.getByRole('row').nth(5)).toBeVisible();
    expect(await findings(page)).toEqual([]);

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

    await list.getByRole('rowheader').getByRole('link').click();
    await page.waitForURL(/shipments\/shp_/);
  });

  test(`a head sorts the list in ${locale} by the keyboard, which its address says, and rows stand as this browser keeps it`, async ({ page }) => {
    const { list: said } = words;
    await page.goto(`/${locale}/shipments?columns=eta,changed&rows=100`);
    const list = page.getByTestId('shipments');
    const head = list.getByRole('columnheader', { name: said.columns.changed });
    const link = head.getByRole('link');
    const times = () => list.locator('tbody td:last-child time').evaluateAll((all) => all.map((one) => one.getAttribute('datetime') ?? ''));
    await expect(head).not.toHaveAttribute('aria-sort');
    for (const [direction, way] of [['descending', 1], ['ascending', -1]] as const) {
      await link.focus();
      await page.keyboard.press('Enter');
      await expect(head).toHaveAttribute('aria-sort', direction);
      await expect(link).toBeFocused();
      const shown = await times();
      expect(new Set(shown).size).toBeGreaterThan(1);
      expect(shown).toEqual(shown.toSorted((a, b) => (a < b ? way : a > b ? -way : 0)));
    }
    await expect(page).toHaveURL(/sort=CHANGED&direction=ASCENDING/);
    await expect(list.locator('[aria-sort]')).toHaveCount(1);

    const row = list.getByRole('rowheader').first();
    const roomy = (await row.boundingBox())?.height ?? 0;
    await page.getByRole('group', { name: said.density }).getByRole('button', { name: said.densities.compact }).click();
    expect((await row.boundingBox())?.height).toBeLessThan(roomy);
    expect(await findings(page)).toEqual([]);
    // Another look at the address shows the same order, as close from the first answer on.
    const first = await page.request.get(page.url());
    expect(await first.text()).toContain('data-density="compact"');
    await page.reload();
    await expect(head).toHaveAttribute('aria-sort', 'ascending');
    await doesNotScrollSideways(page);
  });

  test(`a list in ${locale} says from a minute on how old it is, and is fetched anew where it is read`, async ({ page }) => {
    const { list: said } = words;
    await page.clock.install();
    await page.goto(`/${locale}/shipments?rows=100`);
    const fetched = page.getByTestId('fetched');
    const rows = page.getByTestId('shipments').getByRole('rowheader');
    await expect(fetched).toContainText(said.fetchedNow);
    await page.evaluate(async () => void (await document.fonts.ready));
    const before = (await rows.first().boundingBox())?.y ?? 0;
    // A page that comes alive only then counts from then on.
    await expect(async () => {
      await page.clock.fastForward(70_000);
      await expect(fetched).toHaveAttribute('data-stale', 'true', { timeout: 2_000 });
    }).toPass();
    await expect(fetched).not.toContainText(said.fetchedNow);
    // Nothing moved when it began to say so.
    expect((await rows.first().boundingBox())?.y).toBe(before);
    expect(await findings(page)).toEqual([]);

    const anew = fetched.getByRole('button', { name: said.fetchAnew });
    await anew.focus();
    const at = await fetched.locator('time').getAttribute('datetime');
    const scrolled = await page.evaluate(() => scrollY);
    await page.keyboard.press('Enter');
    await expect(fetched.locator('time')).not.toHaveAttribute('datetime', at ?? '');
    await expect(anew).toBeFocused();
    expect(await page.evaluate(() => scrollY)).toBe(scrolled);
    await expect(rows.first()).toBeVisible();
  });
} // prettier-ignore
