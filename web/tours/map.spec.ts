import { expect, test } from '@playwright/test';
import { findingsIn, marksAreLarge } from './looks.ts';
import { openJourney } from './open-journey.ts';
import { sampleOf } from './sample-numbers.ts';
import { languages } from './words.ts';

test('the map draws coasts and the cargo from this app alone, without a console error', async ({
  page,
  baseURL,
}) => {
  const errors: string[] = [];
  const foreign: string[] = [];
  page.on('console', (message) => {
    if (message.type() === 'error') errors.push(message.text());
  });
  page.on('pageerror', (error) => errors.push(error.message));
  page.on('request', (request) => {
    const { protocol, origin } = new URL(request.url());
    if (protocol.startsWith('http') && origin !== new URL(baseURL ?? '').origin) foreign.push(request.url());
  });
  const coast = page.waitForResponse((response) => response.url().includes('/basemap/'));
  await openJourney(page, 'en', sampleOf('MASTER_BILL'));

  const map = page.getByTestId('map');
  await map.scrollIntoViewIfNeeded();
  expect((await coast).ok()).toBe(true);
  await expect(map).toHaveAttribute('data-map-state', 'drawn');
  await expect(map).toHaveAttribute('data-map-engine', 'maplibre');
  await expect(map.locator('canvas')).toBeVisible();
  await expect(map.locator('[data-kind="ORIGIN"], [data-kind="DESTINATION"]').first()).toBeVisible();
  await expect(page.getByTestId('legs').getByRole('listitem').first()).toBeVisible();

  expect(await coloursDrawn(await map.locator('canvas').screenshot(), page)).toBeGreaterThan(2);
  expect(errors).toEqual([]);
  expect(foreign).toEqual([]);
});

/** How many plainly different colours a picture holds: a blank canvas has one. */
function coloursDrawn(picture: Buffer, page: import('@playwright/test').Page): Promise<number> {
  return page.evaluate(async (encoded) => {
    const image = new Image();
    image.src = `data:image/png;base64,${encoded}`;
    await image.decode();
    const canvas = document.createElement('canvas');
    canvas.width = image.width;
    canvas.height = image.height;
    const context = canvas.getContext('2d');
    if (!context) return 0;
    context.drawImage(image, 0, 0);
    const { data } = context.getImageData(0, 0, canvas.width, canvas.height);
    const seen = new Set<number>();
    for (let at = 0; at < data.length; at += 4 * 7)
      seen.add(
        (((data[at] ?? 0) >> 4) << 8) | (((data[at + 1] ?? 0) >> 4) << 4) | ((data[at + 2] ?? 0) >> 4),
      );
    return seen.size;
  }, picture.toString('base64'));
}

for (const { locale, words } of languages) {
  test(`a place on the map tells in ${locale} what happened there and who says so, by the keyboard`, async ({ page }, info) => {
    await openJourney(page, locale, sampleOf('MASTER_BILL', /Santos.* Ningbo/i));
    const map = page.getByTestId('map');
    await map.scrollIntoViewIfNeeded();
    await expect(map).toHaveAttribute('data-map-state', 'drawn');
    await marksAreLarge(page);
    const place = map.getByRole('button', { name: new RegExp(`· ${words.map.DESTINATION}$`) });
    await place.focus();
    await page.keyboard.press('Enter');
    const card = page.getByTestId('place-card');
    await expect(card).toContainText('CNNBO');
    await expect(place).toHaveAttribute('aria-pressed', 'true');
    expect(await findingsIn(page, '[data-testid="place-card"]')).toEqual([]);
    await page.screenshot({ path: info.outputPath(`place-${locale}.png`) });

    // Each line leads to its own on the axis, where the message behind it is open.
    const line = card.getByRole('link').last();
    const target = (await line.getAttribute('href'))?.slice(1) ?? '';
    const said = (await line.textContent()) ?? '';
    await line.focus();
    await page.keyboard.press('Enter');
    const onAxis = page.locator('#lines li').filter({ has: page.locator(`[id="${target}"]`) }).or(page.locator(`li[id="${target}"]`));
    await expect(onAxis.first()).toContainText(said);
    await expect(onAxis.first().getByTestId('milestone').first()).toHaveAttribute('aria-expanded', 'true');

    await card.getByRole('list', { name: words.map.placeLegs }).getByRole('button').first().press('Enter');
    const leg = page.getByTestId('leg-card');
    await expect(leg.locator('time').first()).toBeVisible();
    await page.keyboard.press('Escape');
    await expect(leg).toHaveCount(0);
    await expect(place).toBeFocused();
  });

  test(`list and map choose the same in ${locale}, by the keyboard, and the address keeps it`, async ({ page }, info) => {
    await openJourney(page, locale, sampleOf('MASTER_BILL', /Santos.* Ningbo/i));
    const map = page.getByTestId('map');
    await map.scrollIntoViewIfNeeded();
    await expect(map).toHaveAttribute('data-map-state', 'drawn');
    const rows = page.getByTestId('legs').getByRole('button');
    const chosen = page.getByTestId('legs').getByRole('button', { pressed: true });
    const card = page.getByTestId('leg-card');

    // From the list to the map.
    await expect(chosen).toHaveCount(0);
    const row = page.getByTestId('legs').locator('li > div:nth-child(2)').getByRole('button').first();
    const name = (await row.textContent()) ?? '';
    await row.focus();
    await page.keyboard.press('Enter');
    await expect(row).toHaveAttribute('aria-pressed', 'true');
    await expect(card).toHaveAttribute('aria-label', name);
    await expect(page).toHaveURL(/#leg-/);
    await page.screenshot({ path: info.outputPath(`chosen-${locale}.png`) });
    await page.reload();
    await expect(row).toHaveAttribute('aria-pressed', 'true');
    await expect(card).toHaveAttribute('aria-label', name);
    await row.focus();
    await page.keyboard.press('Enter');
    await expect(card).toHaveCount(0);
    await expect(page).not.toHaveURL(/#/);

    // From the map to the list.
    await map.getByRole('button', { name: new RegExp(`· ${words.map.ORIGIN}$`) }).press('Enter');
    await expect(rows.first()).toHaveAttribute('aria-pressed', 'true');
    await page.getByTestId('place-card').getByRole('list', { name: words.map.placeLegs }).getByRole('button').first().press('Enter');
    await expect(chosen).toHaveCount(1);
    await expect(chosen).toHaveText((await card.getAttribute('aria-label')) ?? 'none');
  });
} // prettier-ignore
