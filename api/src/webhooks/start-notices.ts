import {
  dropWebhookNotice,
  listDueWebhookNotices,
  retryWebhookNotice,
  takeWebhookNotice,
} from 'graph-schema/cypher/feed/webhook-notices';
import type { AlertLanguage } from 'graph-schema/domain/alert/alert-rule';
import { nextAttemptAt } from 'graph-schema/domain/feed/webhook';
import { createMailer, type MailSettings } from '../alerts/mail.ts';
import type { Services } from '../context.ts';
import { noticeLetterOf } from './notice-letter.ts';

const EVERY_MS = 2000;
const AT_ONCE = 20;
/** Longer than a mail server is waited for: whoever took a notice and died leaves it to another process. */
const TAKEN_MS = 120_000;

/**
 * Sends administrators, from this process, the letters that their webhooks disabled themselves. What is to be sent was written in the
 * transaction that disabled them; it is tried as webhooks are, and dropped when it was taken, refused for good or three days old.
 */
export function startNotices(
  { access: { accounts, wall }, log }: Pick<Services, 'access' | 'log'>,
  settings: MailSettings,
): { stop(): Promise<void> } {
  const mailer = createMailer(settings);
  let working: Promise<void> | null = null;

  const send = async (id: string): Promise<void> => {
    const now = wall();
    const [notice] = await accounts.write((run) =>
      run(takeWebhookNotice, { id, now, until: now + TAKEN_MS }),
    );
    if (!notice) return;
    const next = notice.address === null ? null : await attempt({ ...notice, address: notice.address });
    await accounts.write((run) =>
      next === null ? run(dropWebhookNotice, { id }) : run(retryWebhookNotice, { id, next }),
    );
  };
  /** When it is tried again; null: not any more. */
  const attempt = async (notice: Parameters<typeof noticeLetterOf>[0] & { id: string; address: string; language: string | null; failed: number }): Promise<number | null> => {
    const language = (notice.language ?? 'en') as AlertLanguage;
    const write = async () => {
      const letter = noticeLetterOf(notice, language, settings.publicUrl);
      return mailer.send({ ...letter, id: notice.id, to: notice.address, language });
    };
    // What cannot even be written counts as an attempt: so it ends after three days, too.
    const { verdict, error } = await write().catch((reason: unknown) => ({ verdict: 'LATER' as const, error: String(reason) }));
    if (verdict === 'TAKEN') return null;
    log.warn({ webhook: notice.webhook, verdict, error }, 'notice of a webhook not taken');
    if (verdict !== 'LATER') return null;
    return nextAttemptAt({ firstAt: notice.at, now: wall(), failed: notice.failed + 1 }, null, Math.random());
  }; // prettier-ignore
  const sendDue = async (): Promise<void> => {
    const due = await accounts.read(listDueWebhookNotices, { now: wall(), limit: AT_ONCE });
    for (const { id } of due) await send(id);
  };

  const timer = setInterval(() => {
    working ??= sendDue()
      .catch((error: unknown) => log.error({ err: error }, 'notices of webhooks'))
      .finally(() => (working = null));
  }, EVERY_MS);
  timer.unref();
  return {
    async stop() {
      clearInterval(timer);
      await working;
      mailer.close();
    },
  };
}
