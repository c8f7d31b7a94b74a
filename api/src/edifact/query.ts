import { z } from '@hono/zod-openapi';
import { asOfParameter } from '../events/as-of-parameter.ts';
import { MODES } from '../events/event-pages.ts';
import { opaqueText, readOpaque } from '../opaque.ts';
import { SYNTAX_IDENTIFIERS } from './charset.ts';
import type { EdiPartner } from './interchange.ts';

const MOST_ON_A_PAGE = 1_000;
const DEFAULT_LIMIT = 100;

/** UNB 0004 and 0010 are an..35, 0007 is an..4: letters that every character set has. */
const partner = z
  .string()
  .regex(/^[A-Za-z0-9 ._-]{1,35}(?::[A-Za-z0-9]{1,4})?$/, 'up to 35 letters and digits, and after a colon whose code it is')
  .transform((text): EdiPartner => {
    const [code = '', qualifier = null] = text.split(':');
    return { code: code.toUpperCase(), qualifier };
  }); // prettier-ignore

const filters = {
  shipment: z.string().max(64).optional().openapi({ description: 'Public id of a shipment.' }),
  number: z.string().max(256).optional().openapi({ description: 'Any number of a paper or a box 任意号码: what it leads to.' }),
  asOf: asOfParameter,
  since: z.iso.datetime({ offset: true }).optional().openapi({ description: 'Of what was first received from then on.' }),
}; // prettier-ignore

export const QUERY = z.object({
  ...filters,
  limit: z.coerce.number().int().min(1).max(MOST_ON_A_PAGE).default(DEFAULT_LIMIT).openapi({ description: 'Messages of one interchange at most.' }),
  cursor: z.string().max(8_000).optional().openapi({ description: 'From a `Link`; it holds the question.' }),
  charset: z.enum(SYNTAX_IDENTIFIERS).default('UNOC').openapi({ description: 'Syntax identifier: UNOA without lower case, UNOC Latin-1, UNOW UTF-8 (syntax version 4). What it has no letters for is left out.' }),
  sender: partner.default({ code: 'THROUGHLINE', qualifier: null }).openapi({ type: 'string', default: 'THROUGHLINE', description: 'UNB sender, `CODE` or `CODE:QUALIFIER`.' }),
  recipient: partner.default({ code: 'PARTNER', qualifier: null }).openapi({ type: 'string', default: 'PARTNER', description: 'UNB recipient, likewise.' }),
}); // prettier-ignore
export type EdiQuery = z.infer<typeof QUERY>;

/** What is asked for, without how it is written. */
export type EdiFilter = Pick<EdiQuery, keyof typeof filters>;

const value = z.union([z.string(), z.number(), z.null()]);
const feed = z.string().max(2_048);
const listShape = z.strictObject({
  q: z.strictObject(filters),
  m: z.enum(MODES),
  at: z.array(value).min(1).max(8),
  f: feed,
});
/** Behind which message a page of what stands begins, and where the feed was when it was first asked (`f`). */
export type ListCursor = z.infer<typeof listShape>;

const feedShape = z.strictObject({
  q: z.strictObject(filters),
  f: feed,
  s: z.array(z.string()).nullable(),
  past: z.tuple([z.string(), z.string()]).nullable(),
});
/** Where in the feed a page of what came and went begins; `s`: which shipments; `past`: behind which entry and message of there. */
export type FeedCursor = z.infer<typeof feedShape>;

/** Nothing is kept for either. */
export type EdiCursor = ListCursor | FeedCursor;
const shape = z.union([listShape, feedShape]);

/** The question with the page of it that the cursor names; null: the cursor is none of ours, or of another question. */
export function resolveQuery({ shipment, number, since, asOf, cursor }: EdiQuery): { filter: EdiFilter; at: EdiCursor | null } | null {
  const filter = { shipment, number, since, asOf };
  if (cursor === undefined) return { filter, at: null };
  const read = readOpaque(cursor, shape);
  if (!read) return null;
  const isAlone = Object.values(filter).every((one) => one === undefined);
  const isSame = shipment === read.q.shipment && number === read.q.number && since === read.q.since && asOf === read.q.asOf;
  return isAlone || isSame ? { filter: read.q, at: read } : null;
} // prettier-ignore

/** Where it goes on (RFC 8288), written as this page. */
export function linkTo(rel: 'next' | 'monitor', path: string, { limit, charset, sender, recipient }: EdiQuery, at: EdiCursor): string {
  const query = new URLSearchParams({ limit: String(limit), charset, sender: partnerText(sender), recipient: partnerText(recipient), cursor: opaqueText(at) });
  return `<${path}?${query}>; rel="${rel}"`;
} // prettier-ignore

function partnerText({ code, qualifier }: EdiPartner): string {
  return qualifier === null ? code : `${code}:${qualifier}`;
}
