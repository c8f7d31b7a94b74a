import { readFileSync } from 'node:fs';
import type { WebhookNoticeRow } from 'graph-schema/cypher/feed/webhook-notices';
import type { AlertLanguage } from 'graph-schema/domain/alert/alert-rule';
import type { DisablingReason } from 'graph-schema/domain/feed/webhook-notice';
import { IntlMessageFormat } from 'intl-messageformat';
import { escaped, type LetterText } from '../alerts/letter.ts';
import { instantText } from '../alerts/letter-times.ts';

type Texts = Readonly<Record<'subject' | 'lead' | 'open' | 'why' | DisablingReason, string>>;

/** The letter that a webhook disabled itself, as text and as simple HTML that say the same, in a language. Times are in UTC. */
export function noticeLetterOf(
  { webhook, name, reason, error, at }: Omit<WebhookNoticeRow, 'id' | 'address' | 'language' | 'failed'>,
  language: AlertLanguage,
  publicUrl: string,
): LetterText {
  const texts = textsOf(language);
  const values = { name, error: error ?? '', at: instantText(at, 'UTC') };
  const say = (text: keyof Texts): string => String(new IntlMessageFormat(texts[text], language).format(values));
  const settings = `${publicUrl.replace(/\/+$/, '')}/${language}/account/webhooks/${encodeURIComponent(webhook)}`;
  const [lead, because, open, why] = [say('lead'), say(reason as DisablingReason), say('open'), say('why')];
  const html = [lead, because].map((part) => `<p>${escaped(part)}</p>`);
  html.push(`<p><a href="${escaped(settings)}">${escaped(open)}</a></p>`, `<p style="margin-top:2em;color:#555">${escaped(why)}</p>`);
  return {
    subject: say('subject'),
    text: `${lead}\n\n${because}\n\n${open}: ${settings}\n\n${why}\n`,
    html: `<!doctype html>\n<html lang="${language}"><meta charset="utf-8"><body style="font-family:sans-serif;line-height:1.5">\n${html.join('\n')}\n</body></html>\n`,
    settings,
  };
} // prettier-ignore

function textsOf(language: AlertLanguage): Texts {
  const file = new URL(`../../words/webhooks/${language}.json`, import.meta.url);
  return JSON.parse(readFileSync(file, 'utf8')) as Texts;
}
