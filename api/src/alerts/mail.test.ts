import {
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { createMailer } from './mail.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'throughline-mail-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

const letter = {
  id: 'ltr_1',
  to: 'ann@firm.example',
  language: 'zh-CN',
  subject: '出闸\r\nBcc: eve@firm.example',
  text: '出闸\n',
  html: '<p>出闸</p>',
  settings: 'https://track.example/zh-CN/account/alerts',
};
const settings = () => ({ smtpUrl: '', from: 'Throughline <alerts@firm.example>', outbox: join(folder, 'outbox'), publicUrl: '' }); // prettier-ignore

it('without a mail server a letter is a file that mail programs open', async () => {
  const mailer = createMailer(settings());
  expect(await mailer.send(letter)).toEqual({ verdict: 'TAKEN', status: null, error: null });
  expect(readdirSync(join(folder, 'outbox'))).toEqual(['ltr_1.eml']);
  const lines = readFileSync(join(folder, 'outbox/ltr_1.eml'), 'utf8').split('\r\n');
  for (const header of ['To: ann@firm.example', 'Message-ID: <ltr_1@firm.example>', 'Auto-Submitted: auto-generated', 'MIME-Version: 1.0'])
    expect(lines).toContain(header);
  // Nothing that a sender wrote becomes a header.
  expect(lines.filter((line) => line.startsWith('Bcc'))).toEqual([]);
}); // prettier-ignore

it('the outbox keeps what is young, and what is not its own', async () => {
  const mailer = createMailer(settings());
  const outbox = join(folder, 'outbox');
  // There is none yet.
  await mailer.trim(Date.now());
  expect(mailer.taken).toBe('FILED');
  mkdirSync(outbox);
  for (const name of ['ltr_old.eml', 'ltr_old.eml.part', 'ltr_young.eml', 'notes.eml']) {
    writeFileSync(join(outbox, name), '');
    if (name !== 'ltr_young.eml') utimesSync(join(outbox, name), 1000, 1000);
  }
  await mailer.trim(Date.now() - 60_000);
  expect(readdirSync(outbox).toSorted()).toEqual(['ltr_young.eml', 'notes.eml']);
});

it('what cannot be sent now is to be tried again, and says nothing of where', async () => {
  writeFileSync(join(folder, 'outbox'), '');
  expect(await createMailer(settings()).send(letter)).toEqual({
    verdict: 'LATER',
    status: null,
    error: 'EEXIST',
  });
  const nobody = createMailer({ ...settings(), smtpUrl: 'smtp://127.0.0.1:1' });
  expect(await nobody.send(letter)).toEqual({ verdict: 'LATER', status: null, error: expect.stringMatching(/^E[A-Z]+$/) as string }); // prettier-ignore
  nobody.close();
});
