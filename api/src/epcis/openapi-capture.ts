import { z, type OpenAPIHono } from '@hono/zod-openapi';
import { failure, headers, paging, TAGS } from './openapi-parts.ts';

const text = z.string();
const KEY = 'With the key of a source: `Authorization: Bearer …`.';

const job = z
  .object({
    captureID: text,
    createdAt: z.iso.datetime(),
    finishedAt: z.iso.datetime().nullish(),
    running: z.boolean(),
    success: z.boolean().openapi({ description: 'Nothing was kept from being taken so far.' }),
    captureErrorBehaviour: z
      .enum(['rollback', 'proceed'])
      .openapi({ description: 'With an error, nothing of it is taken, or what can be.' }),
    errors: z.array(z.looseObject({ type: text, title: text, detail: text })),
  })
  .openapi('EpcisCaptureJob');

const body = {
  headers: z.object({
    'GS1-Capture-Error-Behaviour': z
      .enum(['rollback', 'proceed'])
      .optional()
      .openapi({ description: 'What becomes of a document with an error; left out: `rollback`.' }),
  }),
  body: {
    required: true,
    content: { 'application/ld+json': { schema: z.looseObject({}) }, 'application/xml': { schema: text } },
  },
};
const taken = {
  202: { description: 'It is stored, and will be read.', headers: z.object({ Location: text.openapi({ description: 'The job.' }) }) },
  default: failure,
}; // prettier-ignore

/** The capture interface, which the receivers answer. */
export function describeCapture(registry: OpenAPIHono['openAPIRegistry']): void {
  const given = { tags: TAGS, description: KEY };
  registry.registerPath({ ...given, method: 'post', path: '/epcis/v2/capture', summary: 'Captures a document of events', request: body, responses: taken });
  registry.registerPath({ ...given, method: 'post', path: '/epcis/v2/events', summary: 'Captures one event', request: body, responses: taken });
  registry.registerPath({
    ...given,
    method: 'get',
    path: '/epcis/v2/capture',
    summary: 'Capture jobs of the source, the newest first',
    request: { query: paging },
    responses: { 200: { description: 'A page of them.', headers, content: { 'application/json': { schema: z.array(job) } } }, default: failure },
  });
  registry.registerPath({
    ...given,
    method: 'get',
    path: '/epcis/v2/capture/{id}',
    summary: 'A capture job',
    request: { params: z.object({ id: text }) },
    responses: { 200: { description: 'The job.', content: { 'application/json': { schema: job } } }, default: failure },
  });
} // prettier-ignore
