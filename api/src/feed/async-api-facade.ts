import { OpenAPIHono } from '@hono/zod-openapi';
import type { Facade, RestEnv } from '../rest/facade.ts';
import { ASYNCAPI_PATH, asyncApiDocument } from './async-api.ts';

const app = new OpenAPIHono<RestEnv>();
app.get(ASYNCAPI_PATH, (c) => c.json(asyncApiDocument(new URL(c.req.url).host)));

/** The document of what is pushed; that of what is asked for is the OpenAPI one. */
export const asyncApiFacade: Facade = {
  paths: [ASYNCAPI_PATH],
  name: 'AsyncAPI',
  description: `${ASYNCAPI_PATH} describes subscriptions over WebSocket and SSE, webhooks, and callbacks of DCSA and EPCIS.`,
  app,
};
