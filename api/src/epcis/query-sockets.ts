import { randomUUID } from 'node:crypto';
import { ServerResponse, type IncomingMessage } from 'node:http';
import type { Socket } from 'node:net';
import type { Duplex } from 'node:stream';
import { writeCursor } from 'graph-schema/domain/feed/feed-position';
import { WebSocketServer, type WebSocket } from 'ws';
import { socketContextOf } from '../access/asker-of-request.ts';
import { feedReader } from '../access/own-rules.ts';
import type { Services } from '../context.ts';
import { positionAt } from '../feed/find-position.ts';
import { seeFor } from '../feed/see-for.ts';
import { admit } from '../limits/admit.ts';
import { OpenAtOnce } from '../limits/open-at-once.ts';
import type { RateLimit } from '../limits/rate-limit.ts';
import type { RestApp } from '../rest/facade.ts';
import { ALWAYS } from './headers.ts';
import { PROBLEM, problemText } from './problems.ts';
import { queryOfJson } from './query.ts';
import { findQuery } from './query-routes.ts';
import { serveQuery } from './serve-query.ts';
import { readControls } from './subscription-controls.ts';

// Named queries over a WebSocket (EPCIS 2.0, REST binding: `/queries/{queryName}/events` with `Upgrade: websocket`).

const PATH = /^\/epcis\/v2\/queries\/([^/]+)\/events$/;
/** Nothing is read of what a subscriber says. */
const SAID_BYTES_MAX = 1024;
/** Of one organisation, or of one person who is of none; each follows the feed by itself. */
const OPEN_AT_ONCE = 50;
/** What the façade answers to a question for events that come over a WebSocket, where nothing is wrong with it. */
const UPGRADE_REQUIRED = 426;

export interface QuerySockets {
  /** Opens a WebSocket for what the address asks for, or answers why not, as the façade does. */
  upgrade(request: IncomingMessage, socket: Duplex, head: Buffer): Promise<void>;
  stop(): void;
}

export function isQuerySocket(path: string): boolean {
  return PATH.test(path);
}

export function openQuerySockets(services: Services, rest: RestApp, limit: RateLimit): QuerySockets {
  const server = new WebSocketServer({ noServer: true, maxPayload: SAID_BYTES_MAX });
  server.on('headers', (headers) => {
    for (const [name, value] of Object.entries(ALWAYS)) headers.push(`${name}: ${value}`);
  });
  /** How each that is open is ended. One signal for all of them would have a listener for each. */
  const endings = new Set<() => void>();
  const places = new OpenAtOnce(OPEN_AT_ONCE);
  const see = seeFor(services);

  const open = async (request: IncomingMessage, socket: Duplex, head: Buffer): Promise<void> => {
    const response = new ServerResponse(request);
    response.shouldKeepAlive = false;
    response.assignSocket(socket as Socket);
    response.once('finish', () => socket.end());
    if (!(await admit(request, response, limit))) return;
    const asked = new URL(request.url ?? '/', 'http://localhost');
    const checked = await rest.fetch(new Request(asked, { headers: headersOf(request) }));
    const context = checked.status === UPGRADE_REQUIRED ? await socketContextOf(services, request) : null;
    const name = context && decodeURIComponent(PATH.exec(asked.pathname)?.[1] ?? '');
    const row = context && name !== null ? await findQuery(context, name) : null;
    const query = row && queryOfJson(JSON.parse(row.query));
    const controls = readControls([...asked.searchParams]);
    if (!context || name === null || !query || 'problems' in query || typeof controls === 'string') {
      response.writeHead(checked.status, Object.fromEntries(checked.headers));
      response.end(Buffer.from(await checked.arrayBuffer()));
      return;
    }
    const leave = places.take(context.asker.organisation ?? context.asker.actor ?? '');
    if (!leave) return tooMany(response);
    if (socket.destroyed) return leave();
    socket.once('close', leave);
    const { initialRecordTime = null, schedule = null, reportIfEmpty = false } = controls;
    // Before the subscriber hears that it is open: what comes from then on is told.
    const after = writeCursor(await positionAt(services.graph, feedReader(context.asker), initialRecordTime));
    const followed = { query, after, schedule, reportIfEmpty };
    response.detachSocket(socket as Socket);
    server.handleUpgrade(request, socket, head, (opened: WebSocket) => {
      const end = serveQuery(opened, { context, see, name, id: randomUUID(), followed });
      endings.add(end);
      opened.once('close', () => endings.delete(end));
    });
  };
  return {
    async upgrade(request, socket, head) {
      socket.on('error', () => socket.destroy());
      await open(request, socket, head).catch((error: unknown) => {
        services.log.error({ err: error, url: request.url }, 'upgrade failed');
        socket.destroy();
      });
    },
    stop() {
      for (const end of endings) end();
      server.close();
    },
  };
}

function tooMany(response: ServerResponse): void {
  const { status, body } = problemText(
    'TooMany',
    `At most ${OPEN_AT_ONCE} WebSockets of one organisation at a time.`,
  );
  response.writeHead(status, { ...ALWAYS, 'content-type': PROBLEM });
  response.end(body);
}

/** Without those of the connection, which are no part of the question. */
function headersOf({ headers }: IncomingMessage): Record<string, string> {
  return Object.fromEntries(
    Object.entries(headers).flatMap(([name, value]) =>
      typeof value === 'string' && !name.startsWith('sec-websocket-') && name !== 'connection'
        ? [[name, value]]
        : [],
    ),
  );
}
