import { rangeOfDays } from '../../time/days.ts';
import type { MessagesVariables } from './messages.graphql.ts';

/** What the page can be limited by, as its address names it. */
export const SHOWS = [
  'ALL', 'READ', 'UNREADABLE', 'DEAD', 'DUPLICATE', 'PENDING', 'WITH_ISSUES', 'NOT_ENTITLED',
] as const; // prettier-ignore

export type Address = Readonly<Record<string, string | undefined>>;

/** As long as the longest number and the longest hash with its source. */
export const FIND_MAX = 256;

/** What an address asks of the API: whole days in UTC, both included; whatever it says that no filter knows is left out. */
export function questionOf(address: Address): MessagesVariables {
  const text = (name: string) => address[name]?.trim().slice(0, FIND_MAX) || null;
  return {
    find: text('q'),
    source: text('source'),
    format: text('format'),
    ...rangeOfDays(address['from'], address['until']),
    show: SHOWS.find((one) => one === address['show']) ?? 'ALL',
    after: address['after'] ?? null,
  };
}

/** Where one message is shown. Its id has a colon, and a source may be named with anything. */
export function messageAddress(id: string): string {
  return `/messages/${encodeURIComponent(id)}`;
}
