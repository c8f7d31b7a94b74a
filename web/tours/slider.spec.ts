import { expect, type Locator, type Page, test } from '@playwright/test';
import { doesNotScrollSideways, findings, findingsIn } from './looks.ts';
import { openJourney } from './open-journey.ts';
import { sampleOf } from './sample-numbers.ts';
import { languages } from './words.ts';

for (const { locale, words } of languages) {
  test(`the slider of a journey in ${locale} turns the page and its map back, and its address keeps the instant`, async ({
    page,
  }, info) => {
    // Coffee, which was at sea for five weeks of its seven.
    await openJourney(page, locale, sampleOf('MASTER_BILL', /Santos.* Ningbo/i));
    const address = page.url();
    const slider = page.getByRole('slider', { name: words.asOf.journeySlider });
    const banner = page.getByTestId('as-of');
    const map = page.getByTestId('map');
    await expect(slider).toHaveAttribute('aria-valuetext', words.asOf.now);
    await expect(map).toHaveAttribute('data-map-state', 'drawn');
    const travelledNow = await travelled(page);

    // Each press goes a tenth of the way back.
    await slider.focus();
    for (let press = 0; press < 4; press += 1) await page.keyboard.press('PageDown');
    await standsStill(page, slider);
    await expect(banner).toContainText(words.asOf.known);
    await expect(banner).toContainText(words.asOf.hint);
    await expect(slider).toBeFocused();
    await expect(map).toHaveAttribute('data-map-state', 'drawn');
    const travelledLater = await travelled(page);
    expect(travelledLater).toBeLessThan(travelledNow);
    const later = await onTheMap(page);
    for (let press = 0; press < 2; press += 1) await page.keyboard.press('PageDown');
    await standsStill(page, slider);
    await expect(map).toHaveAttribute('data-map-state', 'drawn');
    const travelledThen = await travelled(page);
    expect(travelledThen).toBeLessThan(travelledLater);
    const then = await onTheMap(page);
    expect(Math.hypot(then.x - later.x, then.y - later.y)).toBeGreaterThan(5);

    // What had the cargo then says in three lines which way it went, how that is known, and who says so.
    const mark = page.getByTestId('live-position').first();
    await mark.press('Enter');
    const card = page.getByTestId('position-card');
    await expect(mark).toHaveAttribute('aria-pressed', 'true');
    await expect(card.locator(':scope > strong, :scope > span')).toHaveCount(3);
    expect(await findingsIn(page, '[data-testid="position-card"]')).toEqual([]);
    await page.keyboard.press('Escape');
    await expect(card).toHaveCount(0);
    await expect(mark).toBeFocused();

    await page.screenshot({ path: info.outputPath(`slider-${locale}.png`), fullPage: true });
    expect(await findings(page)).toEqual([]);
    await doesNotScrollSideways(page);

    // Whoever is sent the address sees the same.
    const at = await slider.inputValue();
    await page.goto(page.url());
    await expect(map).toHaveAttribute('data-map-state', 'drawn');
    await expect(slider).toHaveValue(at);
    expect(await travelled(page)).toBe(travelledThen);

    // Arrows go from one thing that was told to the next one.
    await slider.focus();
    await page.keyboard.press('ArrowLeft');
    await standsStill(page, slider);
    const before = Number(await slider.inputValue());
    expect(before).toBeLessThan(Number(at));
    await page.keyboard.press('ArrowRight');
    await standsStill(page, slider);
    expect(Number(await slider.inputValue())).toBeGreaterThan(before);

    await page.keyboard.press('Home');
    await standsStill(page, slider);
    await expect(banner).toBeVisible();
    // Nothing but the booking was known, and so no way.
    expect(await travelled(page)).not.toBeGreaterThan(0);

    await page.keyboard.press('End');
    await expect(page).toHaveURL(address);
    await expect(banner).toHaveCount(0);
    await expect(slider).toHaveAttribute('aria-valuetext', words.asOf.now);
    await expect(page.getByTestId('connection')).toHaveAttribute('data-connection', 'OPEN');
    await expect.poll(() => travelled(page)).toBeGreaterThanOrEqual(travelledNow);
  });
} // prettier-ignore

test('a finger on the slider looks back, and the button leads back to now', async ({ page }) => {
  await openJourney(page, 'en', sampleOf('MASTER_BILL'));
  const address = page.url();
  const time = page.getByTestId('time-slider');
  const slider = time.getByRole('slider');
  await expect(page.getByTestId('connection')).toHaveAttribute('data-connection', 'OPEN');
  const box = await slider.boundingBox();
  if (!box) throw new Error('no slider');
  const middle = { x: box.width / 2, y: box.height / 2 };
  await slider.click({ position: middle });
  await standsStill(page, slider);
  await expect(page.getByTestId('as-of')).toBeVisible();
  await time.getByRole('button', { name: 'Back to now' }).click();
  await expect(page).toHaveURL(address);
  await expect(page.getByTestId('as-of')).toHaveCount(0);
});

/** The page has come to where the thumb is. */
async function standsStill(page: Page, slider: Locator): Promise<void> {
  await expect.poll(async () => {
    const asked = new URL(page.url()).searchParams.get('asOf');
    return asked !== null && Date.parse(asked) === Number(await slider.inputValue());
  }).toBe(true);
  await expect(page.getByTestId('time-slider')).toHaveAttribute('aria-busy', 'false');
} // prettier-ignore

/** How much of the way lies behind, in per cent, as the legend of the map says. */
async function travelled(page: Page): Promise<number> {
  const said = await page.getByTestId('travelled').textContent();
  return Number(/(\d+)%/.exec(said ?? '')?.[1] ?? Number.NaN);
}

/** Where the mark of the cargo is, in pixels of the map. */
async function onTheMap(page: Page): Promise<{ readonly x: number; readonly y: number }> {
  const mark = page.getByTestId('live-position').first();
  await expect(mark).toBeVisible();
  const [at, map] = [await mark.boundingBox(), await page.getByTestId('map').boundingBox()];
  if (!at || !map) throw new Error('nothing on the map');
  return { x: at.x - map.x, y: at.y - map.y };
}
