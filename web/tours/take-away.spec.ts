import { readFile } from 'node:fs/promises';
import { expect, type Page, test } from '@playwright/test';
import { openJourney } from './open-journey.ts';
import { sampleOf } from './sample-numbers.ts';
import { languages } from './words.ts';

for (const { locale, words } of languages) {
  test(`a journey is printed in ${locale} on one page, with who says so, as of when, and where to look`, async ({
    page,
  }) => {
    const number = sampleOf('MASTER_BILL');
    await openJourney(page, locale, number);
    const verdict = (await page.getByTestId('verdict').textContent()) ?? '';
    await press(page, words.print.print);
    await page.emulateMedia({ media: 'print' });
    const sheet = page.getByTestId('print-sheet');
    await expect(sheet).toBeVisible();
    await expect(sheet).toContainText(number);
    expect(verdict).toContain((await sheet.getByRole('heading', { level: 1 }).textContent())?.slice(0, 12));
    for (const part of [words.lines.logistics, words.lines.documents, words.journey.blockers])
      await expect(sheet).toContainText(part);
    await expect(sheet).toContainText(/\d{4}-\d\d-\d\d \d\d:\d\d:\d\d UTC/);
    await expect(sheet).toContainText(new URL(page.url()).pathname);
    await expect(page.getByTestId('journey')).toBeHidden();
    const pdf = await page.pdf({ preferCSSPageSize: true });
    expect(pdf.toString('latin1').match(/\/Type\s*\/Page\b/g)).toHaveLength(1);
    await page.emulateMedia({ media: 'screen' });
    await expect(page.getByTestId('journey')).toBeVisible();
  });

  test(`the milestones are saved in ${locale} as a table, a row for each who says so`, async ({ page }) => {
    await openJourney(page, locale, sampleOf('MASTER_BILL'));
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('button', { name: words.print.save }).click(),
    ]);
    expect(download.suggestedFilename()).toBe(`${sampleOf('MASTER_BILL')}.csv`);
    const [heads = '', ...rows] = (await readFile(await download.path(), 'utf8')).trimEnd().split('\r\n');
    expect(heads).toContain(words.print.columns.utc);
    expect(rows.length).toBeGreaterThan(5);
    expect(rows.some((row) => row.includes(words.lines.documents))).toBe(true);
    // SHA-256 of the message that says so.
    expect(rows.filter((row) => /[0-9a-f]{64}$/.test(row)).length).toBeGreaterThan(5);
  });
}

/** Presses the button that prints; the browser's own window stays shut. */
async function press(page: Page, name: string): Promise<void> {
  await page.evaluate(() => {
    window.print = () => Object.assign(window, { wasPrinted: true });
  });
  await page.getByRole('button', { name, exact: true }).click();
  await page.waitForFunction(() => 'wasPrinted' in window);
}
