import { createRoute, OpenAPIHono, z } from '@hono/zod-openapi';
import { STANDS, tagged } from '../rest/etag.ts';
import { AsOfError } from '../errors.ts';
import { partialHeader, partialHeaders } from '../events/partial-page.ts';
import { ResyncError } from '../feed/resync-error.ts';
import type { Facade, RestEnv } from '../rest/facade.ts';
import { problem, problemAnswer, UNAUTHENTICATED } from '../rest/problem.ts';
import { charsetOf } from './charset.ts';
import { followMessages } from './follow-messages.ts';
import { writeInterchange } from './interchange.ts';
import { listMessages } from './list-messages.ts';
import { linkTo, QUERY, resolveQuery } from './query.ts';
import { CODECO, IFTSTA, type EdiStandard } from './standards.ts';

const TAGS = ['EDI'];
const BASE = '/edi/v1';

const app = new OpenAPIHono<RestEnv>({
  defaultHook: (result, c) => {
    if (result.success) return undefined;
    const detail = result.error.issues.map(({ path, message }) => `${path.join('.')}: ${message}`).join('; ');
    return problem(c, { status: 400, code: 'BAD_QUERY', title: 'The query cannot be read', detail });
  },
});
app.use(`${BASE}/*`, ...tagged('link'));

serve('iftsta', 'Statuses of boxes and consignments as IFTSTA D.00B 多式联运状态报告', IFTSTA);
serve('codeco', 'Gate moves of boxes as CODECO D.95B 集装箱进出门报告', CODECO);

function serve(name: string, summary: string, standard: EdiStandard): void {
  const failure = problemAnswer('Why there is no other answer.');
  const route = createRoute({
    method: 'get',
    path: `${BASE}/${name}`,
    tags: TAGS,
    summary,
    request: { query: QUERY },
    responses: {
      200: {
        description: 'An interchange, a message for each event: originals (function 9), and cancellations (1) of what was told and does not stand any more.',
        headers: z.object({ Link: z.string().openapi({ description: '`rel="next"`: where the next interchange is. On the last one `rel="monitor"`: where to ask later for what has come and gone since.' }), ...partialHeaders }),
        content: { 'application/EDIFACT': { schema: z.string() } },
      },
      204: { description: 'Nothing to tell: an interchange is never empty. `Link` as beside one.' },
      ...STANDS,
      400: failure,
      401: UNAUTHENTICATED,
      410: failure,
    },
  });
  app.openapi(route, async (c) => {
    const query = c.req.valid('query');
    const charset = charsetOf(query.charset);
    const resolved = resolveQuery(query);
    if (!resolved) return problem(c, { status: 400, code: 'BAD_CURSOR', title: 'The query cannot be read', detail: 'cursor: one that an answer to this question gave.' });
    const { filter, at } = resolved;
    const asked = { filter, limit: query.limit, fit: charset.fit, standard };
    const page = at && !('m' in at) ? await followMessages({ ...asked, at }, c.var.context) : await listMessages({ ...asked, at }, c.var.context).catch(asOfError);
    if (page instanceof AsOfError) return problem(c, { status: 400, code: page.code, title: 'Nothing can be answered as of that instant', detail: page.message });
    if (page instanceof ResyncError) return problem(c, { status: 410, code: 'RESYNC', title: 'The cursor leads on no more', detail: `${page.reason}: ask again without a cursor; what is not told any more does not stand.` });
    if (!page) return problem(c, { status: 400, code: 'TOO_MUCH', title: 'Too many shipments', detail: 'number: it leads to more shipments than one answer reads.' });
    const { next, monitor } = page;
    for (const [header, said] of Object.entries(partialHeader(page))) c.header(header, said);
    if (next) c.header('Link', linkTo('next', `${BASE}/${name}`, query, next));
    else if (monitor) c.header('Link', linkTo('monitor', `${BASE}/${name}`, query, monitor));
    const [first, ...rest] = page.messages;
    if (!first) return c.body(null, 204);
    const bytes = writeInterchange({ charset, sender: query.sender, recipient: query.recipient, messages: [first, ...rest] });
    return c.body(new Uint8Array(bytes), 200, { 'content-type': `application/EDIFACT; charset=${charset.label}` });
  });
} // prettier-ignore

function asOfError(error: unknown): AsOfError {
  if (error instanceof AsOfError) return error;
  throw error;
}

app.all('/edi/*', (c) => problem(c, { status: 404, code: 'NOT_FOUND', title: 'Not found', detail: `Paths: ${BASE}/iftsta, ${BASE}/codeco` })); // prettier-ignore

/** What the graph knows as messages of UN/EDIFACT, for partners who read no JSON. */
export const ediFacade: Facade = {
  paths: ['/edi'],
  name: 'EDI',
  description: 'Statuses and gate moves as UN/EDIFACT interchanges 电子数据交换报文.',
  app,
};
