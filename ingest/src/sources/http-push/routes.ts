import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Logger } from 'pino';
import { rawMessageStatus } from 'graph-schema/cypher/read/raw-message-status';
import type { Ingest } from '../../ingest.ts';
import type { Settings } from '../../settings.ts';
import { readEvidence } from './evidence.ts';
import { problem, sendJson } from './http.ts';
import { createPushReceiver } from './receiver.ts';

type Handler = (request: IncomingMessage, response: ServerResponse) => void;

/** The paths of the ingest process: receivers, the state of a message, health and metrics. */
export function createRoutes(ingest: Ingest, settings: Settings, log: Logger): Handler {
  const push = createPushReceiver(ingest.intake, ingest.sources, settings.messageBytesMax, log);

  const route = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const path = new URL(request.url ?? '/', 'http://localhost').pathname;
    if (path === '/v1/messages' && request.method === 'POST') return push.handle(request, response);
    if (path.startsWith('/v1/messages/') && request.method === 'GET') {
      return status(request, response, decoded(path.slice('/v1/messages/'.length)));
    }
    if (path === '/internal/evidence' && request.method === 'GET') return evidence(request, response);
    if (path === '/healthz') return sendJson(response, 200, { status: 'ok' });
    if (path === '/readyz') return ready(response);
    if (path === '/metrics') {
      response.writeHead(200, { 'content-type': ingest.metrics.registry.contentType });
      response.end(await ingest.metrics.registry.metrics());
      return;
    }
    request.resume();
    problem(response, 404, 'NOT_FOUND', 'There is nothing here. Messages go to POST /v1/messages.');
  };

  const status = async (request: IncomingMessage, response: ServerResponse, id: string) => {
    const key = /^Bearer (.+)$/i.exec(request.headers.authorization ?? '')?.[1];
    const source = key ? ingest.sources.findByKey(key.trim()) : null;
    if (!source)
      return problem(response, 401, 'UNKNOWN_KEY', 'Send the key of the source that sent the message.');
    const own = id.startsWith(`${source.id}:`);
    const [row] = own ? await ingest.graph.read((tx) => tx.run(rawMessageStatus, { id })) : [];
    if (row) {
      const { issues, ...rest } = row;
      return sendJson(response, 200, { ...rest, issues: JSON.parse(issues ?? '[]') });
    }
    if (own && (await ingest.raw.find(id))) return sendJson(response, 200, { id, outcome: null });
    return problem(response, 404, 'NOT_FOUND', 'This source sent no such message.');
  };

  // For the API process; the receivers listen on the loopback interface only.
  const evidence = async (request: IncomingMessage, response: ServerResponse) => {
    const query = new URL(request.url ?? '/', 'http://localhost').searchParams;
    const [start, end] = [Number(query.get('start')), Number(query.get('end'))];
    const isRange = Number.isInteger(start) && Number.isInteger(end) && start >= 0 && end >= start;
    const found = isRange ? await readEvidence(ingest.raw, query.get('raw') ?? '', start, end) : null;
    if (found) sendJson(response, 200, found);
    else problem(response, 404, 'NOT_FOUND', 'There is no such raw message.');
  };

  const ready = async (response: ServerResponse) => {
    try {
      await ingest.graph.verify();
      sendJson(response, 200, { status: 'ready', queue: await ingest.queue.counts() });
    } catch (error) {
      log.warn({ err: error }, 'not ready');
      problem(response, 503, 'NOT_READY', 'The graph or the queue does not answer.');
    }
  };

  return (request, response) => {
    route(request, response).catch((error: unknown) => {
      log.error({ err: error, url: request.url }, 'request failed');
      if (!response.headersSent)
        problem(response, 500, 'INTERNAL', 'The service failed; the message was not accepted.');
      else response.destroy();
    });
  };
}

/** A path segment as it was meant; one that is no valid encoding is looked up as it stands, and not found. */
function decoded(segment: string): string {
  try {
    return decodeURIComponent(segment);
  } catch {
    return segment;
  }
}
