import { createRoute, OpenAPIHono, z } from '@hono/zod-openapi';
import type { FactClaim } from 'graph-schema/domain/journey/facts';
import { tagged } from '../rest/etag.ts';
import type { Facade, RestEnv } from '../rest/facade.ts';
import { problem } from '../rest/problem.ts';
import { charsetOf } from './charset.ts';
import { writeInterchange, type EdiMessage } from './interchange.ts';
import { listMessages } from './list-messages.ts';
import { nextLink, QUERY, resolveQuery } from './query.ts';
import { tellGateMove } from './tell-gate-move.ts';
import { tellStatus } from './tell-status.ts';
import type { Telling } from './told.ts';

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

serve('iftsta', 'Statuses of boxes and consignments as IFTSTA D.00B 多式联运状态报告', tellStatus);
serve('codeco', 'Gate moves of boxes as CODECO D.95B 集装箱进出门报告', tellGateMove);

function serve(name: string, summary: string, tell: (claim: FactClaim, telling: Telling) => EdiMessage | null): void {
  const failure = { description: 'Why there is no other answer.', content: { 'application/problem+json': { schema: z.object({}) } } };
  const route = createRoute({
    method: 'get',
    path: `${BASE}/${name}`,
    tags: TAGS,
    summary,
    request: { query: QUERY },
    responses: {
      200: {
        description: 'An interchange, a message for each event.',
        headers: z.object({ Link: z.string().optional().openapi({ description: 'Where the next interchange is; left out on the last one.' }) }),
        content: { 'application/EDIFACT': { schema: z.string() } },
      },
      204: { description: 'Nothing to tell: an interchange is never empty.' },
      400: failure,
    },
  });
  app.openapi(route, async (c) => {
    const query = c.req.valid('query');
    const charset = charsetOf(query.charset);
    const resolved = resolveQuery(query);
    if (!resolved) return problem(c, { status: 400, code: 'BAD_CURSOR', title: 'The query cannot be read', detail: 'cursor: one that an answer to this question gave.' });
    const page = await listMessages({ ...resolved, limit: query.limit, fit: charset.fit, tell }, c.var.context);
    if (!page) return problem(c, { status: 400, code: 'TOO_MUCH', title: 'Too many shipments', detail: 'number: it leads to more shipments than one answer reads.' });
    if (page.next) c.header('Link', nextLink(`${BASE}/${name}`, query, { q: resolved.filter, m: page.mode, at: [...page.next] }));
    const [first, ...rest] = page.events;
    if (!first) return c.body(null, 204);
    const bytes = writeInterchange({ charset, sender: query.sender, recipient: query.recipient, messages: [first, ...rest] });
    return c.body(new Uint8Array(bytes), 200, { 'content-type': `application/EDIFACT; charset=${charset.label}` });
  });
} // prettier-ignore

app.all('/edi/*', (c) => problem(c, { status: 404, code: 'NOT_FOUND', title: 'Not found', detail: `Paths: ${BASE}/iftsta, ${BASE}/codeco` })); // prettier-ignore

/** What the graph knows as messages of UN/EDIFACT, for partners who read no JSON. */
export const ediFacade: Facade = {
  paths: ['/edi'],
  name: 'EDI',
  description: 'Statuses and gate moves as UN/EDIFACT interchanges 电子数据交换报文.',
  app,
};
