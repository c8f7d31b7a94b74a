import { expect, type Page, test } from '@playwright/test';
import { openJourney } from './open-journey.ts';
import { sampleOf } from './sample-numbers.ts';
import { languages } from './words.ts';

const HOUR_MS = 3_600_000;

for (const { locale, words } of languages) {
  test(`what was known then is shown in ${locale}, with the rules of then and the way back`, async ({
    page,
  }) => {
    await openJourney(page, locale, sampleOf('MASTER_BILL'));
    const now = page.url();
    const times = await happened(page);
    expect(times.length).toBeGreaterThan(2);
    const then = new Date((times[Math.floor(times.length / 2)] ?? 0) + 6 * HOUR_MS).toISOString();

    await page.goto(`${now}?asOf=${encodeURIComponent(then)}`);
    const banner = page.getByTestId('as-of');
    await expect(banner).toContainText(words.asOf.known);
    await expect(banner.locator('time').first()).toHaveAttribute('datetime', then);
    await expect(page.getByTestId('connection')).toHaveCount(0);
    const known = await happened(page);
    expect(known.length).toBeGreaterThan(0);
    expect(known.length).toBeLessThan(times.length);
    expect(Math.max(...known)).toBeLessThanOrEqual(Date.parse(then) + HOUR_MS);

    const rules = banner.getByTestId('rules-applied');
    await rules.getByText(words.asOf.rules, { exact: true }).click();
    await expect(rules.getByRole('listitem')).toHaveCount(Object.keys(words.asOf.ruleSets).length);
    await expect(rules).toContainText(words.asOf.ruleSets.TARIFFS);

    await banner.getByRole('button', { name: words.asOf.back }).click();
    await expect(page).toHaveURL(now);
    await expect(page.getByTestId('as-of')).toHaveCount(0);
    await expect.poll(async () => (await happened(page)).length).toBeGreaterThanOrEqual(times.length);
  });
}

test('an instant is chosen on the page', async ({ page }) => {
  await openJourney(page, 'en', sampleOf('MASTER_BILL'));
  const times = await happened(page);
  const at = new Date(Math.max(...times) - HOUR_MS);
  await page.getByText('As known on…').click();
  await page.getByLabel('As known on', { exact: true }).fill(await fieldValue(page, at));
  await page.getByRole('button', { name: 'Look back' }).click();
  await expect(page).toHaveURL(/[?&]asOf=/);
  await expect(page.getByTestId('as-of')).toBeVisible();
});

test('of a time before the service, and of one to come, the page says why it can tell nothing', async ({
  page,
}) => {
  await openJourney(page, 'en', sampleOf('MASTER_BILL'));
  const now = page.url();
  await page.goto(`${now}?asOf=2001-01-01T00:00:00Z`);
  await expect(page.getByRole('main').getByRole('alert')).toContainText(
    'The service had received nothing by then.',
  );
  await page.getByRole('link', { name: /^Look back to/ }).click();
  await expect(page).toHaveURL(/asOf=2\d{3}/);
  await page.goto(`${now}?asOf=2101-01-01T00:00:00Z`);
  await expect(page.getByRole('main').getByRole('alert')).toContainText('That time has not come yet.');
  await page.getByRole('link', { name: 'Back to now' }).click();
  await expect(page).toHaveURL(now);
});

/** The instants of what has happened, on either line, epoch milliseconds in order. */
async function happened(page: Page): Promise<number[]> {
  const lines = page.locator('#lines [data-testid="milestone"]');
  await expect(lines.first()).toBeVisible();
  const told = await lines.evaluateAll((entries) =>
    entries.flatMap((entry) => {
      const isActual = entry.querySelector('[data-certainty="ACTUAL"]') !== null;
      return isActual ? (entry.querySelector('time')?.getAttribute('datetime') ?? []) : [];
    }),
  );
  return told.map((at) => Date.parse(at)).filter((at) => !Number.isNaN(at)).sort((a, b) => a - b); // prettier-ignore
}

/** As a field for date and time wants it, in the browser's own zone. */
function fieldValue(page: Page, at: Date): Promise<string> {
  return page.evaluate((instant) => {
    const local = new Date(instant - new Date(instant).getTimezoneOffset() * 60_000);
    return local.toISOString().slice(0, 16);
  }, at.getTime());
}
