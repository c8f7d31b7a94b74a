import { expect, test } from '@playwright/test';
import { doesNotScrollSideways, findings } from './looks.ts';
import { openJourney } from './open-journey.ts';
import { sampleOf } from './sample-numbers.ts';
import { languages } from './words.ts';

for (const { locale, words } of languages)
  test(`the style guide shows every part in ${locale} without findings`, async ({ page }, info) => {
    // Light in one language on the desk and in the other on the phone, dark the other way round.
    const colorScheme = (locale === 'en') === (info.project.name === 'desktop') ? 'light' : 'dark';
    await page.emulateMedia({ colorScheme });
    await page.goto(`/${locale}/style-guide`);
    for (const part of ['colours', 'marks', 'controls', 'icons', 'times', 'states'] as const)
      await expect(page.getByRole('region', { name: words.styleGuide[part], exact: true })).toBeVisible();
    expect(await findings(page)).toEqual([]);
    await doesNotScrollSideways(page);
  });

test('the security policy refuses nothing that the pages do, and lets no inline script run', async ({
  page,
}) => {
  const refused: string[] = [];
  page.on('console', (message) => {
    if (/Content Security Policy/i.test(message.text())) refused.push(message.text());
  });
  const policy = (await page.goto('/en'))?.headers()['content-security-policy'] ?? '';
  expect(/script-src ([^;]*)/.exec(policy)?.[1]).toMatch(/^'self' 'nonce-[^']+' 'strict-dynamic'$/);
  await openJourney(page, 'en', sampleOf('MASTER_BILL'));
  await expect(page.getByTestId('map')).toHaveAttribute('data-map-state', 'drawn');
  await page.goto('/zh-CN/style-guide');
  expect(refused).toEqual([]);
  await page.evaluate(() => {
    const script = document.createElement('div');
    script.innerHTML = '<img src="x" onerror="window.ranInline = true">';
    document.body.append(script);
  });
  await expect.poll(() => refused.length).toBeGreaterThan(0);
  expect(await page.evaluate(() => 'ranInline' in window)).toBe(false);
});
