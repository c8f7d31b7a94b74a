import type { OpenAPIHono } from '@hono/zod-openapi';
import type { Context as HonoContext } from 'hono';
import type { Context } from '../context.ts';

/** What a handler of a façade finds on each request. */
export interface RestEnv {
  readonly Variables: {
    /** Shared services, loaders and who asks, as a GraphQL request has them. */
    readonly context: Context;
    /** Named in the answer and in the log; the caller's own where it sent one. */
    readonly requestId: string;
  };
}

export type RestApp = OpenAPIHono<RestEnv>;

/** One standard, or one kind of download, out of the graph over plain HTTP. */
export interface Facade {
  /** First segments of its paths (`/v2`): what the server hands over to it. */
  readonly paths: readonly string[];
  /** A tag of the OpenAPI document, with what it is. */
  readonly name: string;
  readonly description: string;
  /** An app of its own, so that a standard keeps its own form of errors. */
  readonly app: RestApp;
  /** What it answers to nobody; left out: a problem+json. */
  readonly unauthenticated?: (c: HonoContext<RestEnv>, detail: string) => Response;
}
