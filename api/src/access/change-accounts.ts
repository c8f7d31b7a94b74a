import { appendAudit } from 'graph-schema/cypher/access/audit';
import type { Asker } from 'graph-schema/domain/access/asker';
import type { AuditAction } from 'graph-schema/domain/access/audit-action';
import type { Context } from '../context.ts';
import { noteItActed } from '../idempotency/held-key.ts';
import type { Run } from './account-graph.ts';

/**
 * Changes accounts and writes down who did, in one transaction. `work` answers what was changed, or null where there is nothing to
 * change; `subject` names it for the audit.
 */
export async function changeAccounts<T>(
  { access, asker, request }: Context,
  action: AuditAction,
  work: (run: Run) => Promise<T | null>,
  subject: (changed: T) => string,
  by: Pick<Asker, 'actor' | 'organisation'> = asker,
): Promise<T | null> {
  const changed = await access.accounts.write(async (run) => {
    const done = await work(run);
    if (done === null) return null;
    await run(appendAudit, { rows: [access.audit.entry(by, action, subject(done))] });
    await noteItActed(request, run, subject(done));
    return done;
  });
  access.forget();
  return changed;
}

/** The organisation that he may change: his own, or as an operator the one named; null: of all. */
export function reachOf({ asker }: Context, named: string | null = null): string | null {
  return asker.sight === 'ALL' ? named : (asker.organisation ?? '');
}
