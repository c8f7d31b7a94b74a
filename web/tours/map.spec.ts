import { expect, test } from '@playwright/test';
import { openJourney } from './open-journey.ts';
import { sampleOf } from './sample-numbers.ts';

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
