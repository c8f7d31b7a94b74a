import { OpenAPIHono, createRoute, z } from '@hono/zod-openapi';
import { EXCEPTION_KINDS, SEVERITIES } from 'graph-schema/domain/exceptions/exception';
import type { Context as HonoContext } from 'hono';
import { Readable } from 'node:stream';
import { AsOfError } from '../../errors.ts';
import { isHeld, KEPT_BY_ONE, STANDS, tagOf } from '../../rest/etag.ts';
import type { Facade, RestEnv } from '../../rest/facade.ts';
import { problem, problemAnswer, UNAUTHENTICATED } from '../../rest/problem.ts';
import { wholeOrRest } from '../../rest/whole-or-rest.ts';
import { SORT_NAMES, orderingOf } from '../orderings.ts';
import { RANGE_FIELDS, TEXT_FIELDS, type ShipmentFilter } from '../shipment-filter.ts';
import { headsIn, widthsOf } from './columns.ts';
import { BYTE_ORDER_MARK, csvLine } from './csv.ts';
import { exportRows } from './export-rows.ts';
import { LANGUAGES, PHASE_WORDS, inLanguage } from './words.ts';
import { xlsx } from './xlsx.ts';

const TEXT = z.string().max(200).optional();
const INSTANT = z.iso.datetime({ offset: true }).optional();

/** Several values of a list, with commas between. */
function listOf<T extends string>(values: readonly [T, ...T[]]) {
  const all = new Set<string>(values);
  return z
    .string()
    .transform((text) => text.split(',').filter((one) => one !== ''))
    .refine((said): said is T[] => said.every((one) => all.has(one)), `one or more of ${values.join(', ')}`)
    .optional();
}

const PHASES = Object.keys(PHASE_WORDS) as [keyof typeof PHASE_WORDS, ...(keyof typeof PHASE_WORDS)[]];

const QUERY = z.object({
  ...Object.fromEntries(TEXT_FIELDS.map((field) => [field, TEXT])),
  ...Object.fromEntries(RANGE_FIELDS.flatMap((field) => [[`${field}From`, INSTANT], [`${field}Until`, INSTANT]])),
  phases: listOf(PHASES),
  exceptions: listOf(EXCEPTION_KINDS),
  attention: listOf(SEVERITIES),
  watchList: TEXT,
  sort: z.enum(SORT_NAMES).default('URGENCY'),
  direction: z.enum(['ASCENDING', 'DESCENDING']).optional(),
  lang: z.enum(LANGUAGES).default('en'),
  asOf: INSTANT,
  /** Parties and goods as well. */
  with: z.literal('cargo').optional(),
}); // prettier-ignore
type Query = z.infer<typeof QUERY>;

const FILE = z.object({ file: z.enum(['shipments.csv', 'shipments.xlsx']) });

const CSV = 'text/csv';
const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

const route = createRoute({
  method: 'get',
  path: '/export/{file}',
  tags: ['Export'],
  summary: 'A list of shipments as a table: filtered, sorted and seen as `shipments` of GraphQL; `with=cargo` adds parties and goods, for 5,000 rows at most',
  request: { params: FILE, query: QUERY },
  responses: {
    200: {
      description: 'The table, CSV (UTF-8) or XLSX; heads and words in English or Chinese; of up to 2 MB with an ETag',
      content: { [CSV]: { schema: z.string() }, [XLSX]: { schema: z.string().openapi({ format: 'binary' }) } },
    },
    ...STANDS,
    400: problemAnswer('A filter cannot be read, or nothing can be answered as of that instant'),
    401: UNAUTHENTICATED,
  },
}); // prettier-ignore

const app = new OpenAPIHono<RestEnv>({
  defaultHook: (result, c) => {
    if (result.success) return undefined;
    const detail = result.error.issues.map(({ path, message }) => `${path.join('.')}: ${message}`).join('; ');
    return problem(c, { status: 400, code: 'BAD_FILTER', title: 'The filter cannot be read', detail });
  },
});

app.openapi(route, async (c) => {
  const { file } = c.req.valid('param');
  const query = c.req.valid('query');
  const hasCargo = query.with === 'cargo';
  const rows = await exportRows(c.var.context, {
    filter: filterOf(query),
    ordering: orderingOf(query.sort, query.direction),
    language: query.lang,
    at: query.asOf ? Date.parse(query.asOf) : null,
    hasCargo,
  }).catch((error: unknown) => {
    if (error instanceof AsOfError) return error;
    throw error;
  });
  if (rows instanceof AsOfError)
    return problem(c, { status: 400, code: rows.code, title: 'Nothing can be answered as of that instant', detail: rows.message });
  const { access, asker } = c.var.context;
  access.audit.took(asker, 'exported', null);
  const headers = (type: string) => ({
    'content-type': type,
    'content-disposition': `attachment; filename="${file}"`,
  });
  const heads = headsIn(query.lang, hasCargo);
  if (file === 'shipments.xlsx') {
    const name = inLanguage(['Shipments', '货物清单'], query.lang);
    const book = xlsx({ name, heads, widths: widthsOf(hasCargo), rows });
    return send(c, book, headers(XLSX));
  }
  return send(c, csvOf(heads, rows), headers(`${CSV}; charset=utf-8`));
}); // prettier-ignore

/** What is larger goes out while it is made, so that no download fills the memory; it has no tag. */
const TAGGED_BYTES_MAX = 2 * 1024 * 1024;

/** The same rows make the same bytes: whoever has them is told so. */
async function send(c: HonoContext<RestEnv>, table: AsyncIterable<Buffer>, headers: Readonly<Record<string, string>>): Promise<Response> {
  const body = await wholeOrRest(table, TAGGED_BYTES_MAX);
  if (!Buffer.isBuffer(body)) return c.body(streamOf(body), 200, { ...headers, 'cache-control': 'no-store' });
  const tag = tagOf(body);
  if (isHeld(c.req.header('if-none-match'), tag)) return c.body(null, 304, { ...KEPT_BY_ONE, etag: tag });
  return c.body(new Uint8Array(body), 200, { ...headers, ...KEPT_BY_ONE, etag: tag });
} // prettier-ignore

async function* csvOf(
  heads: readonly string[],
  rows: Awaited<ReturnType<typeof exportRows>>,
): AsyncGenerator<Buffer> {
  yield Buffer.from(BYTE_ORDER_MARK + csvLine(heads));
  for await (const cells of rows) yield Buffer.from(csvLine(cells));
}

function streamOf(bytes: AsyncIterable<Buffer>): ReadableStream {
  return Readable.toWeb(Readable.from(bytes)) as unknown as ReadableStream;
}

function filterOf(query: Query): ShipmentFilter {
  const said = query as Readonly<Record<string, string | undefined>>;
  return {
    ...Object.fromEntries(TEXT_FIELDS.map((field) => [field, said[field]])),
    ...Object.fromEntries(
      RANGE_FIELDS.map((field) => [field, { from: said[`${field}From`], until: said[`${field}Until`] }]),
    ),
    phases: query.phases,
    exceptions: query.exceptions,
    attention: query.attention,
    watchList: query.watchList,
  };
}

/** Lists as tables, for whoever works in a spreadsheet. */
export const exportFacade: Facade = {
  paths: ['/export'],
  name: 'Export',
  description: 'Lists of shipments as CSV and XLSX.',
  app,
};
