import { expect, test } from '@playwright/test';
import { doesNotScrollSideways, findingsIn } from './looks.ts';
import { openJourney } from './open-journey.ts';
import { sampleOf } from './sample-numbers.ts';
import { languages } from './words.ts';

for (const { locale, words } of languages)
  test(`how the arrival was told is drawn and told in ${locale}`, async ({ page }, info) => {
    // Light in one language on the desk and in the other on the phone, dark the other way round.
    const colorScheme = (locale === 'en') === (info.project.name === 'desktop') ? 'light' : 'dark';
    await page.emulateMedia({ colorScheme });
    await openJourney(page, locale, sampleOf('MASTER_BILL'));
    const panel = page.locator('#eta');
    const chart = panel.getByTestId('eta-chart');
    await expect(chart.getByRole('img')).toHaveAccessibleName(locale === 'en' ? /\d+ sources?: between .+, last / : /共 \d+ 个来源：最早/); // prettier-ignore
    // Both axes on one clock, which is named.
    await expect(chart.locator('figcaption')).toContainText(/[+−]\d\d:\d\d/);
    // Whoever cannot see it has the list: each line of the drawing is a source there.
    const lines = chart.getByRole('list', { name: words.eta.chartKey }).locator('li[data-line]');
    const voices = panel.getByTestId('eta-source');
    expect(await lines.count()).toBeGreaterThan(0);
    for (const name of await lines.allTextContents())
      await expect(voices.filter({ hasText: name }).first()).toBeVisible();
    expect(await findingsIn(page, '#eta')).toEqual([]);
    await doesNotScrollSideways(page);
  });
