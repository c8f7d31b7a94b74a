import { rangeOfDays } from '../../time/days.ts';
import { actionOf } from './audit-actions.ts';
import type { AuditVariables } from './audit.graphql.ts';

export type Address = Readonly<Record<string, string | undefined>>;

/** Entries of a page. */
const SHOWN = 50;

/** As long as the longest id. */
export const ID_MAX = 256;

/** What an address asks of the API: whole days in UTC, both included; whatever it says that no filter knows is left out. */
export function questionOf(address: Address): AuditVariables {
  const text = (name: string) => address[name]?.trim().slice(0, ID_MAX) || null;
  const { from, until } = rangeOfDays(address['from'], address['until']);
  return {
    actor: text('actor'),
    action: actionOf(address['action']),
    subject: text('subject'),
    from,
    // The API takes the last instant with it.
    until: until === null ? null : new Date(Date.parse(until) - 1).toISOString(),
    after: text('after'),
    first: SHOWN,
  };
}
