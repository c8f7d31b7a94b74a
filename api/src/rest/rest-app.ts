import { OpenAPIHono } from '@hono/zod-openapi';
import type { Context } from '../context.ts';
import type { Facade, RestApp, RestEnv } from './facade.ts';
import { problem } from './problem.ts';
import { requestIdOf } from './request-id.ts';

/** Where the document of all façades is served. */
export const OPENAPI_PATH = '/openapi.json';

/** Finds out who asks, from the headers of a request; null: nobody who may. */
export type ContextOf = (request: Request) => Context | null | Promise<Context | null>;

/** All façades behind one door: a request id, who asks, and a problem+json for whatever no façade answers itself. */
export function createRestApp(facades: readonly Facade[], contextOf: ContextOf): RestApp {
  const app: RestApp = new OpenAPIHono<RestEnv>();
  app.use(async (c, next) => {
    const requestId = requestIdOf(c.req.header('x-request-id'));
    c.header('x-request-id', requestId);
    c.set('requestId', requestId);
    const context = await contextOf(c.req.raw);
    if (!context) {
      const detail = 'Send the key of an API as `Authorization: Bearer …`.';
      c.header('www-authenticate', 'Bearer');
      const facade = facades.find((one) => owns(one, c.req.path));
      if (facade?.unauthenticated) return facade.unauthenticated(c, detail);
      return problem(c, { status: 401, code: 'UNAUTHENTICATED', title: 'Who asks is not known', detail });
    }
    c.set('context', context);
    return next();
  });
  for (const facade of facades) app.route('/', facade.app);
  app.get(OPENAPI_PATH, (c) => c.json(openApiDocument(app, facades)));
  app.notFound((c) =>
    problem(c, { status: 404, code: 'NOT_FOUND', title: 'Not found', detail: `Paths: ${OPENAPI_PATH}` }),
  );
  app.onError((error, c) => {
    const { context, requestId } = c.var as Partial<RestEnv['Variables']>;
    context?.log.error({ err: error, requestId, path: c.req.path }, 'request failed');
    return problem(c, { status: 500, code: 'INTERNAL', title: 'Internal error', detail: null });
  });
  return app;
}

/** OpenAPI 3.1, made from the schemas that requests are read by. */
export function openApiDocument(app: RestApp, facades: readonly Facade[]) {
  return app.getOpenAPI31Document({
    openapi: '3.1.0',
    info: {
      title: 'Throughline 全程通',
      version: '1',
      description: 'What the graph knows of cargo, in the forms of the standards.',
      license: { name: 'Apache-2.0' },
    },
    servers: [{ url: '/' }],
    tags: facades.map(({ name, description }) => ({ name, description })),
  });
}

/** Whether a path belongs to a façade, or is that of their document. */
export function isRestPath(facades: readonly Facade[], path: string): boolean {
  return path === OPENAPI_PATH || facades.some((facade) => owns(facade, path));
}

function owns({ paths }: Facade, path: string): boolean {
  return paths.some((first) => path === first || path.startsWith(`${first}/`));
}
