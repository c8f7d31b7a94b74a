import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { expect, test } from '@playwright/test';
import { makeAccount, signIn } from './account.ts';
import { findings } from './looks.ts';
import { openJourney } from './open-journey.ts';
import { sampleOf } from './sample-numbers.ts';
import { languages } from './words.ts';

for (const { locale, words } of languages)
  test(`a journey shared in ${locale} shows inside a page of another site, and no other page does`, async ({
    page,
    browser,
    request,
  }) => {
    await signIn(page, locale, words, await makeAccount(`embed ${locale} ${test.info().project.name}`));
    await openJourney(page, locale, sampleOf('MASTER_BILL', /Santos.* Ningbo/i));
    const share = page.getByTestId('share');
    await share.getByText(words.links.share, { exact: true }).click();
    await share.getByRole('button', { name: words.links.create }).click();
    const link = await page.getByTestId('secret').locator('code').innerText();
    await share.getByText(words.embed.title, { exact: true }).click();
    const snippet = await share.getByTestId('embed-snippet').locator('code').innerText();
    expect(snippet).toContain(link.replace('/shared/', '/embed/'));

    const site = createServer((_, response) => {
      response.writeHead(200, { 'content-type': 'text/html; charset=utf-8' });
      response.end(
        `<!DOCTYPE html><html lang="en"><title>Partner</title><main><h1>Partner</h1>${snippet}</main>`,
      );
    });
    site.listen(0, '127.0.0.1');
    await once(site, 'listening');
    const stranger = await browser.newContext({ viewport: page.viewportSize() });
    const partner = await stranger.newPage();
    await partner.goto(`http://127.0.0.1:${(site.address() as AddressInfo).port}/`);
    const card = partner.frameLocator('iframe').getByTestId('embed');
    await expect(card.getByTestId('verdict')).not.toBeEmpty();
    await expect(card).toContainText(words.service.sample);
    const whole = card.getByRole('link', { name: words.embed.open });
    await expect(whole).toHaveAttribute('href', new URL(link).pathname);
    expect(await findings(partner)).toEqual([]);

    const policyOf = async (address: string) =>
      (await request.get(address)).headers()['content-security-policy'] ?? '';
    expect(await policyOf(link.replace('/shared/', '/embed/'))).toContain('frame-ancestors *');
    for (const address of [link, `/${locale}`, `/${locale}/sign-in`])
      expect(await policyOf(address)).toContain("frame-ancestors 'none'");

    await partner.goto(`/${locale}/embed/tls_${'x'.repeat(43)}`);
    await expect(partner.getByTestId('embed-notice')).toContainText(words.links.endedTitle);
    await stranger.close();
    site.close();
    site.closeAllConnections();
  });
