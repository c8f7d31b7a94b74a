import type { Context } from '../context.ts';

/**
 * Writes down that somebody looked at a list of shipments: one entry for the list. Of whoever does not see everything each row is in the
 * trail by itself, as what he looked at.
 */
export function noteListed({ access, asker }: Pick<Context, 'access' | 'asker'>): void {
  if (asker.sight === 'ALL') access.audit.seen(asker, 'listed', null);
}
