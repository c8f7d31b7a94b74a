import { expect, test } from '@playwright/test';
import { doesNotScrollSideways, findingsBesideMap } from './looks.ts';
import { openJourney } from './open-journey.ts';
import { sampleOf } from './sample-numbers.ts';
import { languages } from './words.ts';

for (const { locale, words } of languages) {
  test(`what stops a cargo is told in ${locale} with who must act, down to the message that shows it`, async ({
    page,
  }) => {
    await openJourney(page, locale, sampleOf('MASTER_BILL', /Santos.* Ningbo/i));
    const stops = page.getByTestId('stops');
    await expect(stops).toContainText(words.blockers.DUTY_DUE);
    await expect(stops).toContainText(words.attention.mustAct.replace('{actor}', words.actors.DECLARANT));
    await expect(page.getByTestId('exception').first()).toContainText(words.blockers.DUTY_DUE);

    // By keyboard alone: to the release, into its conditions, and on to the line that shows the duty.
    const row = page.getByTestId('readiness').first().getByRole('button');
    await row.focus();
    await page.keyboard.press('Enter');
    await expect(row).toHaveAttribute('aria-expanded', 'true');
    const duty = page.locator('[data-testid="leaf"][data-kind="DUTY"]');
    await expect(duty).toHaveAttribute('data-state', 'NOT_MET');
    await expect(duty).toContainText(words.release.leaves.DUTY);
    const manifest = page.locator('[data-testid="leaf"][data-kind="MANIFEST"]');
    await expect(manifest).toContainText(words.release.states.MET);
    expect(await findingsBesideMap(page)).toEqual([]);

    await duty.getByRole('link').first().focus();
    await page.keyboard.press('Enter');
    const line = page.locator('#lines [data-code="DUTY_DUE"]');
    await expect(line.getByTestId('milestone')).toHaveAttribute('aria-expanded', 'true');
    await expect(line.getByTestId('evidence')).toContainText('SHA-256');
    await expect(line).toBeInViewport();
  });
}

test('a transit is judged where it was and where it goes, and nothing far ahead is called a stop', async ({
  page,
}) => {
  await openJourney(page, 'en', sampleOf('MASTER_BILL', /Chengdu/i));
  const places = page.getByTestId('readiness');
  await expect(places).toHaveCount(2);
  await expect(places.first()).toHaveAttribute('data-verdict', 'NOT_READY');
  await expect(places.first()).toContainText('Still ahead');
  await expect(places.filter({ hasText: 'Shanghai' })).toHaveAttribute('data-verdict', 'LEFT');
  await expect(page.getByTestId('stops')).toContainText('No stop is reported');
});

test('the page with all of it open does not scroll sideways', async ({ page }) => {
  await openJourney(page, 'zh-CN', sampleOf('MASTER_BILL', /Santos.* Ningbo/i));
  await page.getByTestId('readiness').first().getByRole('button').click();
  await doesNotScrollSideways(page);
});
