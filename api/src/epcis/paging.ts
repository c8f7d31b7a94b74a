import { z } from 'zod';
import { MODES } from '../events/event-pages.ts';
import { opaqueText, readOpaque } from '../opaque.ts';

// `perPage` and `nextPageToken` (EPCIS 2.0, 12.5). A token holds the question and where the page begins; nothing is kept for it.

const value = z.union([z.string(), z.number(), z.null()]);
const token = z.strictObject({
  /** The question, as an address has it. */
  q: z.string().max(6_000),
  m: z.enum(MODES),
  at: z.array(value).min(1).max(8).nullable(),
  /** Events on the pages before. */
  n: z.int().min(0),
});
export type PageToken = z.infer<typeof token>;

const DEFAULT = 30;
export const MOST_ON_A_PAGE = 1_000;

export interface Paging {
  readonly perPage: number;
  readonly token: PageToken | null;
  /** The other parameters. */
  readonly rest: readonly (readonly [string, string])[];
}

/** What is wrong, in words, or where the page begins and how long it is. */
export function readPaging(given: URLSearchParams): Paging | string {
  const rest = [...given].filter(([name]) => name !== 'perPage' && name !== 'nextPageToken');
  const [perPage = String(DEFAULT), ...more] = given.getAll('perPage');
  if (!/^[1-9]\d{0,8}$/.test(perPage) || more.length > 0) return 'perPage: a whole number from 1 on.';
  const limit = Math.min(Number(perPage), MOST_ON_A_PAGE);
  const [text, ...others] = given.getAll('nextPageToken');
  if (text === undefined) return { perPage: limit, token: null, rest };
  const read = others.length > 0 ? null : readOpaque(text, token);
  if (!read) return 'nextPageToken: one that an answer gave.';
  const asked = addressOf(rest);
  if (rest.length > 0 && asked !== read.q) return 'nextPageToken: it was given for another question.';
  return { perPage: limit, token: read, rest: [...new URLSearchParams(read.q)] };
}

/** Of a page of events also as of which instant they are asked for, which is an extension of ours. */
export interface EventPaging extends Paging {
  /** Epoch milliseconds; null: now. */
  readonly asOf: number | null;
  /** All that is asked for, as a token holds it. */
  readonly question: string;
}

/** As `readPaging`. */
export function readEventPaging(given: URLSearchParams): EventPaging | string {
  const paging = readPaging(given);
  if (typeof paging === 'string') return paging;
  const question = addressOf(paging.rest);
  const rest = paging.rest.filter(([name]) => name !== 'asOf');
  const asOf = asOfIn(paging.rest);
  return typeof asOf === 'string' ? asOf : { ...paging, rest, question, asOf };
}

/** As known at which instant something is asked for, epoch milliseconds; null: now. What is wrong with it, in words. */
export function asOfIn(given: Iterable<readonly [string, string]>): number | null | string {
  const [text, ...more] = [...given].flatMap(([name, said]) => (name === 'asOf' ? [said] : []));
  if (text === undefined) return null;
  const isInstant = more.length === 0 && z.iso.datetime({ offset: true }).safeParse(text).success;
  return isInstant ? Date.parse(text) : 'asOf: one date-time with an offset (RFC 3339).';
}

/** The same for the same question, however its parameters stood. */
export function addressOf(parameters: readonly (readonly [string, string])[]): string {
  const sorted = new URLSearchParams(parameters.map(([name, text]) => [name, text]));
  sorted.sort();
  return sorted.toString();
}

/** Where the next page is (RFC 8288). */
export function nextLink(path: string, perPage: number, next: PageToken): Record<string, string> {
  const query = new URLSearchParams({ perPage: String(perPage), nextPageToken: opaqueText(next) });
  return { Link: `<${path}?${query}>; rel="next"` };
}
