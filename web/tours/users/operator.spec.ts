import { createHash } from 'node:crypto';
import { expect, test } from '@playwright/test';
import { SAVE_ORGANISATION, askAs, fillSignIn } from '../account.ts';
import { doesNotScrollSideways } from '../looks.ts';
import { pushMessage } from '../push-message.ts';
import { sampleOf } from '../sample-numbers.ts';
import { languages } from '../words.ts';
import { MEMBERS, operator } from './members.ts';

test.use(MEMBERS);

for (const { locale, words } of languages) {
  test(`who runs the service signs in in ${locale} with what the first start printed, and looks after what was received`, async ({
    page,
  }, info) => {
    const { sources, messages } = words;
    await page.goto(`/${locale}/sources`);
    await expect(page).toHaveURL(/\/sign-in\?next=/);
    await fillSignIn(page, words, operator());
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(sources.title);
    const terminal = page.getByTestId('sources').locator('li').filter({ hasText: 'ningbo-terminal' });
    await expect(terminal).toContainText(sources.counts.messages);
    await doesNotScrollSideways(page);

    const foot = page.getByRole('contentinfo').getByRole('navigation', { name: words.app.operators });
    await expect(foot.getByRole('link', { name: words.app.messages, exact: true })).toBeVisible();

    // What cannot be read is found by its hash, says what to do, and is read again.
    const text = `KPK gate log, ${locale}, ${info.project.name}, ${crypto.randomUUID()}`;
    await pushMessage('container-depots', 'application/octet-stream', text);
    const hash = createHash('sha256').update(text).digest('hex');
    const list = page.getByTestId('messages');
    await expect(async () => {
      await page.goto(`/${locale}/messages?q=${hash}`);
      await expect(list).toContainText(sources.outcomes.UNREADABLE, { timeout: 2000 });
    }).toPass();
    const toDo = list.getByTestId('to-do');
    await expect(toDo).toContainText(messages.fixes.UNKNOWN_FORMAT);
    await toDo.getByRole('button', { name: messages.replay }).click();
    await expect(toDo.getByRole('status')).toHaveText(messages.replayed.ASKED);
    await page.goto(`/${locale}/messages?q=${sampleOf('MASTER_BILL')}`);
    await expect(list.locator('[data-message]').first()).toContainText(sources.outcomes.READ);
    await doesNotScrollSideways(page);

    for (const [path, title] of [
      ['parked', words.parkedClaims.title],
      ['consumers', words.consumers.title],
      ['codes', words.codes.title],
    ] as const) {
      expect((await page.goto(`/${locale}/${path}`))?.status(), path).toBe(200);
      await expect(page.getByRole('heading', { level: 1 })).toHaveText(title);
    }
  });

  test(`who runs the service lets a firm in in ${locale}: it sees what its key opens, and the trail says who did it`, async ({
    page,
    browser,
  }, info) => {
    const { account, people, audit } = words;
    await page.goto(`/${locale}/account`);
    await fillSignIn(page, words, operator());
    await expect(page.locator('#viewer')).toContainText(account.kinds.OPERATOR);
    await expect(page.locator('#viewer')).toContainText(account.opensAll);

    const name = `Depot ${locale} ${info.project.name}`;
    const made = await askAs<{ saveOrganisation: { id: string } }>(page, SAVE_ORGANISATION, {
      name,
      nameZh: name,
      kinds: ['TERMINAL'],
      keys: ['FACILITY:CNNBO/BLCT3'],
    });
    await page.goto(`/${locale}/account/people`);
    await page.getByText(people.invite, { exact: true }).click();
    const first = { login: `gate-${crypto.randomUUID()}`, password: crypto.randomUUID() };
    await page.getByLabel(people.name, { exact: true }).fill('Gate Desk');
    await page.getByLabel(people.login).fill(first.login);
    await page.getByLabel(people.password).fill(first.password);
    await page.getByRole('combobox', { name: people.role, exact: true }).selectOption('ADMIN');
    await page.getByRole('combobox', { name: words.keys.of, exact: true }).selectOption({ label: name });
    await page.getByRole('button', { name: people.create, exact: true }).click();
    await expect(page.getByTestId('people').getByRole('row').filter({ hasText: first.login })).toContainText(
      name,
    );

    const member = await (await browser.newContext()).newPage();
    await member.goto(`/${locale}/account`);
    await fillSignIn(member, words, first);
    await expect(member.locator('#viewer')).toContainText(account.kinds.MEMBER);
    await expect(member.locator('#viewer')).toContainText('FACILITY:CNNBO/BLCT3');
    await member.goto(`/${locale}/account/people`);
    await expect(member.getByTestId('people').locator('tbody tr')).toHaveCount(1);
    expect((await member.goto(`/${locale}/consumers`))?.status()).toBe(404);
    await member.context().close();

    const rows = page.getByTestId('audit').locator('tbody tr');
    await page.goto(`/${locale}/account/audit?subject=${made.saveOrganisation.id}`);
    await expect(rows).toHaveCount(1);
    await expect(rows).toContainText(audit.actions.saveOrganisation);
    await expect(rows).toContainText('Operator');
    await doesNotScrollSideways(page);
  });
}
