import {
  createServer,
  STATUS_CODES,
  type IncomingMessage,
  type Server,
  type ServerResponse,
} from 'node:http';
import type { Duplex } from 'node:stream';
import { getRequestListener } from '@hono/node-server';
import { createYoga } from 'graphql-yoga';
import { useServer } from 'graphql-ws/use/ws';
import { Registry, collectDefaultMetrics, Histogram } from 'prom-client';
import { WebSocketServer } from 'ws';
import { contextOf, restContextOf } from './access/asker-of-request.ts';
import { sendCookies } from './access/cookies.ts';
import { followSignInLink, isSignInLink } from './access/follow-sign-in-link.ts';
import { isProviderSignIn, openProviderDoor } from './access/oidc/provider-doors.ts';
import { createProviderSignIn } from './access/oidc/sign-in-at-provider.ts';
import { sameTime } from './access/same-time.ts';
import type { Services } from './context.ts';
import { forwardCapture, isCapture } from './epcis/forward-capture.ts';
import { isQuerySocket, openQuerySockets } from './epcis/query-sockets.ts';
import { socketOptions, type Yoga } from './graphql-sockets.ts';
import { answerOnce } from './idempotency/answer-once.ts';
import { admit, nameRequest } from './limits/admit.ts';
import { limitSubscriptions } from './limits/limit-subscriptions.ts';
import { OpenAtOnce } from './limits/open-at-once.ts';
import { RateLimit } from './limits/rate-limit.ts';
import { persistedOperations } from './persisted-operations/persisted-operations.ts';
import { readOperations } from './persisted-operations/read-operations.ts';
import { limitCost } from './query-cost.ts';
import { limitQueries } from './query-limits.ts';
import { FACADES } from './rest/facades.ts';
import { sendProblem } from './rest/problem.ts';
import { createRestApp, isRestPath } from './rest/rest-app.ts';
import { tagAnswers } from './rest/tagged-answers.ts';
import { schema } from './schema.ts';
import type { Settings } from './settings.ts';

const PATH = '/graphql';
/** A question is small; an answer may be large. */
const SOCKET_BYTES_MAX = 256 * 1024;
/** Longer than proxies keep a connection unused, the pages' own among them: whoever asks on one that is just being closed gets no answer. */
const KEPT_ALIVE_MS = 75_000;
const PING_MS = 12_000;

export interface ApiServer {
  readonly http: Server;
  stop(): Promise<void>;
}

/** GraphQL over HTTP, SSE and graphql-ws on one path, the REST façades on theirs, dispatched on the plain HTTP server; health and metrics. */
export function createApiServer(services: Services, settings: Settings): ApiServer {
  const registry = new Registry();
  collectDefaultMetrics({ register: registry });
  const seconds = new Histogram({
    name: 'throughline_graphql_http_seconds',
    help: 'Time to answer a GraphQL request over HTTP, wall clock',
    buckets: [0.005, 0.01, 0.03, 0.1, 0.3, 1, 3],
    registers: [registry],
  });
  const operations = persistedOperations(readOperations(), settings.operations);
  const yoga: Yoga = createYoga({
    schema,
    graphqlEndpoint: PATH,
    landingPage: false,
    // Pages are served and ask from the web's own address, so no other origin is told that it may read.
    cors: false,
    graphiql: settings.development && { subscriptionsProtocol: 'WS' },
    maskedErrors: { isDev: settings.development },
    context: (asked) => contextOf(services, asked),
    plugins: [
      operations.plugin,
      sendCookies(),
      limitQueries({ isIntrospected: settings.introspection }),
      limitCost(),
      limitSubscriptions(new OpenAtOnce(settings.subscriptionsAtOnce)),
      answerOnce(),
      sameTime(),
      tagAnswers(),
    ],
    logging: {
      debug: () => undefined,
      info: (...args) => services.log.info({ args }, 'graphql'),
      warn: (...args) => services.log.warn({ args }, 'graphql'),
      error: (...args) => services.log.error({ args }, 'graphql'),
    },
  });
  const restSeconds = new Histogram({
    name: 'throughline_rest_http_seconds',
    help: 'Time to answer a request of a REST façade, wall clock',
    buckets: [0.005, 0.01, 0.03, 0.1, 0.3, 1, 3],
    registers: [registry],
  });
  const restApp = createRestApp(FACADES, (request) => restContextOf(services, request));
  const rest = getRequestListener((request) => restApp.fetch(request), { overrideGlobalObjects: false });

  const limit = new RateLimit(settings.requestsPerMinute);

  const { providers } = services.access;
  const providerSignIn = createProviderSignIn(providers, services.access, services.log);

  const answer = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const path = pathOf(request);
    if (path === PATH) {
      if (isCrossSite(request)) return send(response, 403, CROSS_SITE);
      if (!(await admit(request, response, limit))) return;
      const end = seconds.startTimer();
      response.once('close', end);
      await yoga(request, response);
      return;
    }
    if (isCapture(request.method, path)) {
      if (isCrossSite(request)) return refuseCrossSite(request, response);
      if (!(await admit(request, response, limit))) return;
      return forwardCapture(services.ingest, request, response);
    }
    if (isRestPath(FACADES, path)) {
      if (isCrossSite(request)) return refuseCrossSite(request, response);
      if (!(await admit(request, response, limit))) return;
      const end = restSeconds.startTimer();
      response.once('close', end);
      await rest(request, response);
      return;
    }
    if (isSignInLink(path)) return followSignInLink(services.access, request, response);
    if (providers[0] && isProviderSignIn(path))
      return openProviderDoor(providerSignIn, providers[0].callback.protocol === 'https:', request, response);
    if (path === '/healthz') return send(response, 200, { status: 'ok' });
    if (path === '/readyz') {
      return services.graph.verify().then(
        () => send(response, 200, { status: 'ready' }),
        () => send(response, 503, { status: 'not ready', reason: 'the graph does not answer' }),
      );
    }
    if (path === '/metrics') {
      response.writeHead(200, { 'content-type': registry.contentType });
      response.end(await registry.metrics());
      return;
    }
    send(response, 404, { code: 'NOT_FOUND', detail: `GraphQL is at ${PATH}.` });
  };

  const http = createServer({ keepAliveTimeout: KEPT_ALIVE_MS }, (request, response) => {
    answer(request, response).catch((error: unknown) => {
      services.log.error({ err: error, url: request.url }, 'request failed');
      if (response.headersSent) return void response.destroy();
      const path = pathOf(request);
      if (isCapture(request.method, path) || isRestPath(FACADES, path)) sendProblem(response, INTERNAL);
      else send(response, 500, { code: INTERNAL.code });
    });
  });
  const sockets = new WebSocketServer({ noServer: true, maxPayload: SOCKET_BYTES_MAX });
  const querySockets = openQuerySockets(services, restApp, limit);
  http.on('upgrade', (request, socket, head) => {
    const path = pathOf(request);
    if (isCrossSite(request)) return refuseUpgrade(socket, 403);
    if (isQuerySocket(path)) return void querySockets.upgrade(request, socket, head);
    if (path !== PATH) return refuseUpgrade(socket, 404);
    sockets.handleUpgrade(request, socket, head, (opened) => sockets.emit('connection', opened, request));
  });
  const live = useServer(
    socketOptions(services, yoga, operations, {
      requests: limit,
      sockets: new OpenAtOnce(settings.socketsAtOnce),
    }),
    sockets,
    PING_MS,
  );
  return {
    http,
    async stop() {
      querySockets.stop();
      await live.dispose();
      await new Promise<void>((resolve) => {
        http.close(() => resolve());
        http.closeAllConnections();
      });
    },
  };
}

const CROSS_SITE = {
  code: 'CROSS_SITE',
  detail: 'Pages of other sites may not ask in the name of who looks at them.',
};

const INTERNAL = { status: 500, code: 'INTERNAL', title: 'Internal error', detail: null } as const;

/** As façades tell what is wrong. */
function refuseCrossSite(request: IncomingMessage, response: ServerResponse): void {
  nameRequest(request, response);
  sendProblem(response, { status: 403, title: 'Not for pages of other sites', ...CROSS_SITE });
}

/** Where it leads; empty: what stands there is no address, and leads nowhere. */
function pathOf({ url = '/' }: IncomingMessage): string {
  return URL.canParse(url, 'http://localhost') ? new URL(url, 'http://localhost').pathname : '';
}

/** A browser that asks for a page of another site says so; before there is access control, anybody's page could. */
function isCrossSite(request: IncomingMessage): boolean {
  return request.headers['sec-fetch-site'] === 'cross-site';
}

function refuseUpgrade(socket: Duplex, status: 403 | 404): void {
  socket.on('error', () => socket.destroy());
  socket.end(`HTTP/1.1 ${status} ${STATUS_CODES[status]}\r\nConnection: close\r\nContent-Length: 0\r\n\r\n`);
}

function send(response: ServerResponse, status: number, body: unknown): void {
  response.writeHead(status, { 'content-type': 'application/json; charset=utf-8' });
  response.end(`${JSON.stringify(body)}\n`);
}
