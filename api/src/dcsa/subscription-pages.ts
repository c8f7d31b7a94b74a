import type { WebhookRow } from 'graph-schema/cypher/feed/webhooks';
import { z } from 'zod';
import { comparePositions, type Position } from '../events/event-pages.ts';
import { opaqueText, readOpaque } from '../opaque.ts';
import { DEFAULT_LIMIT, MOST_ON_A_PAGE, type Refusal } from './query.ts';
import { wordOf } from './vocabulary.ts';

// Pages of subscriptions: there are few, so each page is cut from all of them.

export const SUBSCRIPTION_SORT_FIELDS = ['subscriptionID', 'callbackUrl'] as const;
const PARAMETERS = ['limit', 'cursor', 'sort'];

const shape = z.strictObject({
  s: z.string().max(100),
  l: z.int().min(1).max(MOST_ON_A_PAGE),
  /** Behind what the page begins; null: the first one. */
  at: z.array(z.union([z.string(), z.number()])).max(8).nullable(),
}); // prettier-ignore
type PageQuery = z.infer<typeof shape>;

/** Which page is asked for; else what is wrong with the question. */
export function readPageQuery(given: URLSearchParams): PageQuery | { readonly reasons: readonly Refusal[] } {
  const reasons: Refusal[] = [];
  const bad = (message: string) => void reasons.push({ reason: 'invalidParameter', message });
  for (const name of new Set(given.keys()))
    if (!PARAMETERS.includes(name))
      reasons.push({ reason: 'invalidQuery', message: `${JSON.stringify(name.slice(0, 60))} is no parameter of this request.` });
    else if (given.getAll(name).length > 1) bad(`${name}: once.`);
  const limit = given.get('limit');
  if (limit !== null && !/^0*[1-9]\d{0,8}$/.test(limit)) bad('limit: a whole number from 1 on.');
  const sort = given.get('sort');
  if (sort !== null && !sort.split(',').every((one) => sortBy(one) !== null))
    bad(`sort: fields, each with :ASC or :DESC, out of ${SUBSCRIPTION_SORT_FIELDS.join(', ')}.`);
  const cursor = given.get('cursor');
  const read = cursor === null ? null : readOpaque(cursor, shape);
  if (cursor !== null && read === null) bad('cursor: one that an answer gave.');
  else if (read && sort !== null && sort !== read.s)
    reasons.push({ reason: 'invalidQuery', message: 'The cursor was given for another order than this.' });
  if (reasons.length > 0) return { reasons };
  const l = Math.min(Number(limit ?? read?.l ?? DEFAULT_LIMIT), MOST_ON_A_PAGE);
  return { s: sort ?? read?.s ?? '', l, at: read?.at ?? null };
} // prettier-ignore

/** A page, and headers that lead to the others: as links, and the next one as a bare cursor, too. */
export function pageOf(rows: readonly WebhookRow[], { s, l, at }: PageQuery, path: string): { readonly page: readonly WebhookRow[]; readonly headers: Record<string, string> } {
  const sort = s === '' ? [] : s.split(',').flatMap((one) => sortBy(one) ?? []);
  const positionOf = ({ id, url, createdAt }: WebhookRow): Position => [
    ...sort.map(({ field }) => (field === 'callbackUrl' ? url : id)),
    createdAt,
    id,
  ];
  const compare = comparePositions(sort.map(({ descending }) => descending));
  const all = rows.map((row) => ({ row, position: positionOf(row) })).sort((a, b) => compare(a.position, b.position));
  const from = at === null ? 0 : all.filter(({ position }) => compare(position, at) <= 0).length;
  const cursorAt = (start: number) => opaqueText({ s, l, at: all[start - 1]?.position ?? null });
  const link = (start: number) => `${path}?cursor=${cursorAt(start)}`;
  const headers: Record<string, string> = { 'Current-Page': link(from), 'First-Page': link(0) };
  if (from + l < all.length) {
    headers['Next-Page'] = link(from + l);
    headers['Next-Page-Cursor'] = cursorAt(from + l);
  }
  if (from > 0) headers['Prev-Page'] = link(Math.max(from - l, 0));
  const left = all.length - from;
  headers['Last-Page'] = link(left > l ? all.length - (left % l || l) : from);
  return { page: all.slice(from, from + l).map(({ row }) => row), headers };
} // prettier-ignore

function sortBy(text: string) {
  const [name = '', direction = 'ASC', ...more] = text.trim().split(':');
  const field = wordOf(SUBSCRIPTION_SORT_FIELDS, name);
  const word = direction.toUpperCase();
  if (!field || more.length > 0 || (word !== 'ASC' && word !== 'DESC')) return null;
  return { field, descending: word === 'DESC' };
}
