import { ALERT_LANGUAGES } from 'graph-schema/domain/alert/alert-rule';
import { DISABLING_REASONS } from 'graph-schema/domain/feed/webhook-notice';
import { describe, expect, it } from 'vitest';
import { noticeLetterOf } from './notice-letter.ts';

const notice = {
  webhook: 'whk_1',
  name: 'Stock <system>',
  reason: 'REFUSED',
  error: 'answered 404',
  at: Date.parse('2026-11-21T09:07:00Z'),
};

describe('the letter that a webhook is disabled', () => {
  it('says which, since when and why, and leads to it', () => {
    expect(noticeLetterOf(notice, 'en', 'https://track.example/')).toMatchObject({
      subject: 'Webhook disabled: Stock <system>',
      text: `Stock <system> was disabled at 2026-11-21 09:07 +00:00. It is called no more until somebody enables it.

The receiver refused 10 calls in a row, at last because it answered 404. They are dead letters; what follows them is kept.

Log and settings: https://track.example/en/account/webhooks/whk_1

You get this letter because you are an administrator of the organisation whose webhook it is.
`,
      settings: 'https://track.example/en/account/webhooks/whk_1',
    });
  });

  it.each(ALERT_LANGUAGES)('says every reason in %s, and nothing of an owner’s that a mail program would read', (language) => {
    for (const reason of DISABLING_REASONS) {
      const { text, html } = noticeLetterOf({ ...notice, reason }, language, 'https://track.example');
      expect(text).not.toMatch(/[{}]|undefined/);
      expect(html).toContain('Stock &lt;system&gt;');
      expect(html).not.toContain('<system>');
    }
  }); // prettier-ignore
});
