import type { EventPage, Position } from '../events/event-pages.ts';
import { partialHeader } from '../events/partial-page.ts';
import { queryText, writeCursor, type EventCursor } from './event-cursor.ts';
import type { EventQuery } from './query.ts';

/**
 * Where the other pages are: as links, which is how the standard has it, and the next one as a bare cursor, too, which is what its
 * later versions and tools read. The last one is not told where nobody counted.
 */
export function pageHeaders(
  path: string,
  query: EventQuery,
  cursor: EventCursor | null,
  page: EventPage<unknown>,
): Record<string, string> {
  const q = queryText(query, true);
  const trail = cursor?.p ?? [];
  const at = cursor?.at ?? null;
  const cursorOf = (to: Position | null, p: EventCursor['p']) =>
    writeCursor({ q, m: page.mode, at: to === null ? null : [...to], p });
  const link = (text: string) => `${path}?cursor=${text}`;
  const headers: Record<string, string> = {
    'Current-Page': link(cursorOf(at, trail)),
    ...partialHeader(page),
  };
  if (page.next) {
    const next = cursorOf(page.next, [...trail, at]);
    headers['Next-Page-Cursor'] = next;
    headers['Next-Page'] = link(next);
  }
  const before = trail.at(-1);
  if (before !== undefined) headers['Prev-Page'] = link(cursorOf(before, trail.slice(0, -1)));
  if (at !== null) headers['First-Page'] = link(cursorOf(null, []));
  if (page.last) headers['Last-Page'] = link(cursorOf(page.last, []));
  return headers;
}
