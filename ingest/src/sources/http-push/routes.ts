import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Logger } from 'pino';
import { rawMessageStatus } from 'graph-schema/cypher/read/raw-message-status';
import type { Ingest } from '../../ingest.ts';
import type { Settings } from '../../settings.ts';
import { receiveDcsaCallback } from '../dcsa-callback/callback.ts';
import { createEpcisCapture } from '../epcis-capture/capture.ts';
import { problem, sendJson } from '../http/answer.ts';
import { openDoor } from '../http/door.ts';
import { receiveBatch } from './batch.ts';
import { mapCode } from './code-mappings.ts';
import { readEvidence } from './evidence.ts';
import { receiveMessage } from './messages.ts';
import { readAgain } from './read-again.ts';
import { replayMessage } from './replay-message.ts';
import { createTableRoutes } from './tables.ts';

type Handler = (request: IncomingMessage, response: ServerResponse) => void;

const EPCIS_CAPTURE = '/epcis/v2/capture';
const DCSA_CALLBACK = '/dcsa/callback/';

/** The paths of the ingest process: receivers, the state of a message, health and metrics. */
export function createRoutes(ingest: Ingest, settings: Settings, log: Logger): Handler {
  const door = openDoor(ingest.intake, ingest.sources, settings.messageBytesMax);
  const epcis = createEpcisCapture(door, ingest.graph, ingest.raw, log);
  const tables = createTableRoutes(door, ingest);
  const isOn = (receiver: string) => !settings.receiversOff.has(receiver);

  const route = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const path = new URL(request.url ?? '/', 'http://localhost').pathname;
    const isPost = request.method === 'POST';
    const isGet = request.method === 'GET';
    if (isPost && path === '/v1/messages' && isOn('http-push'))
      return receiveMessage(door, log, request, response);
    if (isPost && path === '/v1/batches' && isOn('http-push'))
      return receiveBatch(door, log, request, response);
    if (isPost && path === '/v1/tables/preview') return tables.preview(request, response);
    if (request.method === 'PUT' && path.startsWith('/v1/tables/'))
      return tables.save(request, response, decoded(path.slice('/v1/tables/'.length)));
    if (isGet && path.startsWith('/v1/messages/'))
      return status(request, response, decoded(path.slice('/v1/messages/'.length)));
    if (isOn('epcis-capture')) {
      if (isPost && path === EPCIS_CAPTURE) return epcis.capture(request, response);
      if (isGet && path === EPCIS_CAPTURE) return epcis.jobs(request, response);
      if (isGet && path.startsWith(`${EPCIS_CAPTURE}/`))
        return epcis.job(request, response, decoded(path.slice(EPCIS_CAPTURE.length + 1)));
    }
    if ((isPost || request.method === 'HEAD') && path.startsWith(DCSA_CALLBACK) && isOn('dcsa-callback')) {
      const key = decoded(path.slice(DCSA_CALLBACK.length));
      return receiveDcsaCallback(door, ingest.sources, log, request, response, key);
    }
    if (path.startsWith('/internal/') && isFromBrowser(request)) {
      request.resume();
      return problem(response, 403, 'FORBIDDEN', 'These paths are for the API process, not for browsers.');
    }
    if (isPost && path === '/internal/code-mappings') return mapCode(ingest, log, request, response);
    if (isGet && path === '/internal/code-mappings')
      return sendJson(response, 200, ingest.mappings.current());
    if (isPost && path === '/internal/read-again') return readAgain(ingest, log, request, response);
    if (isPost && path === '/internal/replay') return replayMessage(ingest, log, request, response);
    if (isGet && path === '/internal/held-back') return heldBack(request, response);
    if (isGet && path === '/internal/evidence') return evidence(request, response);
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
    const admitted = door.admit(request, response);
    if (!admitted) return;
    const own = id.startsWith(`${admitted.source.id}:`);
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

  /** How often each source was held back since an instant, by its id. */
  const heldBack = async (request: IncomingMessage, response: ServerResponse) => {
    const since = new URL(request.url ?? '/', 'http://localhost').searchParams.get('since') ?? '';
    sendJson(response, 200, await ingest.rateLimit.heldBackSince(Date.parse(since) || ingest.now()));
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

/** Any page that an operator looks at could post here; browsers say where a request comes from, the API process does not. */
function isFromBrowser({ headers }: IncomingMessage): boolean {
  return headers.origin !== undefined || headers['sec-fetch-site'] !== undefined;
}

/** A path segment as it was meant; one that is no valid encoding is looked up as it stands, and not found. */
function decoded(segment: string): string {
  try {
    return decodeURIComponent(segment);
  } catch {
    return segment;
  }
}
