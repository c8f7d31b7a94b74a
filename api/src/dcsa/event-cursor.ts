import { z } from 'zod';
import { MODES } from '../events/event-pages.ts';
import { opaqueText, readOpaque } from '../opaque.ts';
import { readEventQuery, type EventQuery, type Refusal } from './query.ts';

// A cursor is opaque and complete in itself: it holds the question, and behind which event the page begins. Nothing is kept for
// it, so it is good at any process and for as long as one likes; what was published meanwhile stands where it belongs.

const value = z.union([z.string(), z.number(), z.null()]);
const position = z.array(value).min(1).max(32);
const shape = z.strictObject({
  /** The question, as a query string. */
  q: z.string().max(4_000),
  /** Shipment by shipment, or all of them sorted together. */
  m: z.enum(MODES),
  /** Null: the first page. */
  at: position.nullable(),
  /** Where the pages before began, newest last. */
  p: z.array(position.nullable()).max(16),
});
export type EventCursor = z.infer<typeof shape>;

/** Pages that one can go back from one that was reached forwards. */
const TRAIL = 8;

export function writeCursor(cursor: EventCursor): string {
  return opaqueText({ ...cursor, p: cursor.p.slice(-TRAIL) });
}

/** Null: it is none of ours. */
export function readCursor(text: string): EventCursor | null {
  return readOpaque(text, shape);
}

/** A question as text: the same for the same question, however its parameters stood. */
export function queryText(
  { words, texts, created, sort, limit, asOf }: EventQuery,
  withLimit: boolean,
): string {
  const parameters = new URLSearchParams();
  for (const [name, list] of [...Object.entries(words), ...Object.entries(texts)])
    parameters.append(name, list.join(','));
  for (const { operator, at } of created)
    parameters.append(`eventCreatedDateTime:${operator}`, new Date(at).toISOString());
  if (sort.length > 0)
    parameters.set(
      'sort',
      sort.map(({ field, descending }) => `${field}:${descending ? 'DESC' : 'ASC'}`).join(','),
    );
  if (asOf !== null) parameters.set('asOf', new Date(asOf).toISOString());
  parameters.sort();
  if (withLimit) parameters.set('limit', String(limit));
  return parameters.toString();
}

/** How the questions of one version are read, and written so that the same question is the same text. */
export interface Questions<Q> {
  read(given: URLSearchParams): Q | readonly Refusal[];
  text(query: Q): string;
}
export const QUESTIONS: Questions<EventQuery> = {
  read: readEventQuery,
  text: (query) => queryText(query, false),
};

/**
 * The question that a request asks, with the page of it that its cursor names. A cursor stands alone, or beside the
 * parameters that it was given for; only `limit` may be another.
 */
export function resolveCursor<Q extends { readonly cursor: string | null; readonly limit: number }>(
  asked: Q,
  given: URLSearchParams,
  { read, text }: Questions<Q>,
): { readonly query: Q; readonly cursor: EventCursor | null } | Refusal {
  if (asked.cursor === null) return { query: asked, cursor: null };
  const cursor = readCursor(asked.cursor);
  const query = cursor && read(new URLSearchParams(cursor.q));
  if (!cursor || !query || !('limit' in query))
    return { reason: 'invalidParameter', message: 'cursor: one that an answer gave.' };
  const isAlone = [...given.keys()].every((name) => name === 'cursor' || name === 'limit');
  if (!isAlone && text(asked) !== text(query))
    return { reason: 'invalidQuery', message: 'The cursor was given for other parameters than these.' };
  return { query: given.has('limit') ? { ...query, limit: asked.limit } : query, cursor };
}
