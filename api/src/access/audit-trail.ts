import { appendAudit, type NewAuditRow } from 'graph-schema/cypher/access/audit';
import type { Asker } from 'graph-schema/domain/access/asker';
import type { AuditAction } from 'graph-schema/domain/access/audit-action';
import type { Logger } from 'pino';
import type { AccountGraph } from './account-graph.ts';
import { newId } from './tokens.ts';

/** Who saw and did what. What was seen is written a second later, many entries at once, so that no reader waits for it. */
export interface AuditTrail {
  /** `asker`: who; `subject`: which shipment. */
  seen(asker: Asker, action: AuditAction, subject: string | null): void;
  /** Each time, however often: what somebody took away. */
  took(asker: Asker, action: AuditAction, subject: string | null): void;
  /** One entry, for a transaction that changes something: both stand, or neither. */
  entry(
    asker: Pick<Asker, 'actor' | 'organisation'>,
    action: AuditAction,
    subject: string | null,
  ): NewAuditRow;
  stop(): Promise<void>;
}

const FLUSH_MS = 1000;
const BATCH = 500;
const MINUTE_MS = 60_000;
/** Should the graph be away for long: more is not kept, and that is logged. */
const WAITING_MAX = 50_000;

export function createAuditTrail(graph: AccountGraph, now: () => number, log: Logger): AuditTrail {
  let waiting: NewAuditRow[] = [];
  let writing: Promise<void> | null = null;
  /** Whoever looks at an open page, or lists, is written down once a minute. */
  let noted = new Set<string>();
  let minute = 0;
  const entry: AuditTrail['entry'] = ({ actor, organisation }, action, subject) => ({
    id: newId('aud'),
    at: now(),
    actor,
    organisation,
    action,
    subject,
  });
  const keep = (asker: Asker, action: AuditAction, subject: string | null): void => {
    // Whoever runs the service without having signed in is nobody to name.
    if (asker.sight === 'ALL' && asker.actor === null) return;
    if (waiting.length >= WAITING_MAX) log.error({ action, subject, actor: asker.actor }, 'audit entry lost');
    else waiting.push(entry(asker, action, subject));
  };
  const flush = async (): Promise<void> => {
    while (waiting.length > 0) {
      const rows = waiting.slice(0, BATCH);
      await graph.write((run) => run(appendAudit, { rows }));
      waiting = waiting.slice(rows.length);
    }
  };
  const timer = setInterval(() => {
    if (waiting.length === 0) return;
    writing ??= flush()
      .catch((error: unknown) => log.error({ err: error, waiting: waiting.length }, 'audit not written yet'))
      .finally(() => (writing = null));
  }, FLUSH_MS);
  timer.unref();
  return {
    entry,
    seen(asker, action, subject) {
      const isNext = Math.floor(now() / MINUTE_MS) !== minute;
      if (isNext || noted.size > WAITING_MAX) {
        minute = Math.floor(now() / MINUTE_MS);
        noted = new Set();
      }
      const name = `${asker.actor} ${action} ${subject}`;
      if (noted.has(name)) return;
      noted.add(name);
      keep(asker, action, subject);
    },
    took: keep,
    async stop() {
      clearInterval(timer);
      await writing;
      await flush().catch((error: unknown) => log.error({ err: error }, 'audit not written'));
    },
  };
}
