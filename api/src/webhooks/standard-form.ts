import { verdictOf } from 'graph-schema/domain/feed/webhook';
import { toldTo } from '../feed/told-to.ts';
import { entryJson } from './entry-json.ts';
import type { WebhookMessage } from './entry-schemas.ts';
import { signatureOf } from './secrets.ts';
import type { FormOfCalls } from './webhook-form.ts';

/** Standard Webhooks 1: entries of the feed, each call signed by every secret in force. */
export const standardForm: FormOfCalls = {
  headersOf: ({ id, body, secrets }, seconds) => ({
    'webhook-id': id,
    'webhook-timestamp': String(seconds),
    'webhook-signature': secrets.map((secret) => signatureOf(secret, id, seconds, body)).join(' '),
  }),
  verdictOf,
  async tell(entries, { filter, asker, see, mask, places, cursor, at }) {
    const told = await toldTo(entries, filter, asker, see, mask);
    if (told.length === 0) return null;
    const data = { cursor, entries: told.map((entry) => entryJson(entry, places)) };
    return { body: messageBody('feed.entries', at, data), count: told.length };
  },
  resync: ({ reason, cursor }, at) => ({
    body: messageBody('feed.resync', at, { reason, cursor, entries: [] }),
    count: 0,
  }),
  test: (at) => messageBody('test', at, { entries: [] }),
};

function messageBody(type: WebhookMessage['type'], at: number, data: WebhookMessage['data']): string {
  return JSON.stringify({ type, timestamp: new Date(at).toISOString(), data });
}
