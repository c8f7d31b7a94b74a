import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Logger } from 'pino';
import { rawMessageStatus } from 'graph-schema/cypher/read/raw-message-status';
import type { Graph } from '../../graph-writer/graph.ts';
import type { RawStore } from '../../raw/raw-store.ts';
import { problem, refuse, sendJson } from '../http/answer.ts';
import type { Door } from '../http/door.ts';
import { readBody } from '../http/read-body.ts';

// GS1 EPCIS 2.0 §12.6, capture interface: an EPCIS document is taken for a capture job, whose state can be asked.

const PATH = '/epcis/v2/capture';

export interface EpcisCapture {
  /** `POST /epcis/v2/capture`: 202 with the address of the job. */
  capture(request: IncomingMessage, response: ServerResponse): Promise<void>;
  /** `GET /epcis/v2/capture/<id>`. */
  job(request: IncomingMessage, response: ServerResponse, id: string): Promise<void>;
}

export function createEpcisCapture(
  door: Door,
  graph: Pick<Graph, 'read'>,
  raw: RawStore,
  log: Logger,
): EpcisCapture {
  return {
    async capture(request, response) {
      const admitted = door.admit(request, response);
      if (!admitted) return;
      const contentType = request.headers['content-type'] ?? '';
      const body = await readBody(request, door.bytesMax);
      if ('refusal' in body) return refuse(response, body.refusal);
      if (!/^(?:application\/(?:ld\+)?json|(?:application|text)\/xml)\b/i.test(contentType)) {
        const detail = 'Capture takes application/ld+json, application/json, application/xml and text/xml.';
        return problem(response, 415, 'UNSUPPORTED_MEDIA_TYPE', detail);
      }
      const { bytes } = body;
      const taken = await door.take({ ...admitted, bytes, contentType, fileName: null });
      if ('refusal' in taken) return refuse(response, taken.refusal);
      const { rawId } = taken.receipt;
      log.info({ rawId, source: admitted.source.id, bytes: bytes.length }, 'EPCIS capture accepted');
      response.writeHead(202, {
        location: `${PATH}/${encodeURIComponent(rawId)}`,
        'gs1-epcis-version': '2.0',
        'gs1-epcis-capture-limit': '0',
        'gs1-capture-error-behaviour': 'proceed',
      });
      response.end();
    },
    async job(request, response, id) {
      const admitted = door.admit(request, response);
      if (!admitted) return;
      const isOwn = id.startsWith(`${admitted.source.id}:`);
      const [row] = isOwn ? await graph.read((tx) => tx.run(rawMessageStatus, { id })) : [];
      const stored = row || !isOwn ? null : await raw.find(id);
      if (!row && !stored) return problem(response, 404, 'NOT_FOUND', 'This source has no such capture job.');
      const isRunning = !row || row.outcome === null;
      sendJson(response, 200, {
        captureID: id,
        createdAt: row?.receivedAt ?? stored?.header.receivedAt ?? null,
        finishedAt: isRunning ? null : (row.closedAt ?? null),
        running: isRunning,
        success: isRunning || row.outcome === 'READ',
        captureErrorBehaviour: 'proceed',
        errors: isRunning ? [] : errorsOf(row.issues),
      });
    },
  };
}

/** Findings that kept something from being taken, as RFC 7807 problems. */
function errorsOf(issues: string | null): object[] {
  const found = JSON.parse(issues ?? '[]') as {
    code: string;
    severity: string;
    at: string;
    value: string | null;
  }[];
  return found
    .filter(({ severity }) => severity === 'ERROR')
    .map(({ code, at, value }) => ({
      type: 'epcisException:ValidationException',
      title: code,
      detail: value === null ? at : `${at}: ${value}`,
    }));
}
