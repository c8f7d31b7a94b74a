import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Logger } from 'pino';
import { rawMessageStatus } from 'graph-schema/cypher/read/raw-message-status';
import { listReceivedMessages } from 'graph-schema/cypher/read/received-messages';
import type { Graph } from '../../graph-writer/graph.ts';
import type { RawMessage, RawStore } from '../../raw/raw-store.ts';
import { problem, refuse, sendJson } from '../http/answer.ts';
import type { Door } from '../http/door.ts';
import { readBody } from '../http/read-body.ts';

// GS1 EPCIS 2.0 §12.6, capture interface: an EPCIS document is taken for a capture job, whose state can be asked.

const PATH = '/epcis/v2/capture';

export interface EpcisCapture {
  /** `POST /epcis/v2/capture`: 202 with the address of the job. */
  capture(request: IncomingMessage, response: ServerResponse): Promise<void>;
  /** `GET /epcis/v2/capture`: jobs of the source, the newest first. */
  jobs(request: IncomingMessage, response: ServerResponse): Promise<void>;
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
      const behaviour = behaviourIn(request);
      if (!behaviour)
        return problem(response, 400, 'BAD_ERROR_BEHAVIOUR', `${BEHAVIOUR}: ${BEHAVIOURS.join(' or ')}.`);
      if (!/^(?:application\/(?:ld\+)?json|(?:application|text)\/xml)\b/i.test(contentType)) {
        const detail = 'Capture takes application/ld+json, application/json, application/xml and text/xml.';
        return problem(response, 415, 'UNSUPPORTED_MEDIA_TYPE', detail);
      }
      const { bytes } = body;
      const isAll = behaviour === 'rollback';
      const taken = await door.take({ ...admitted, bytes, contentType, fileName: null, allOrNothing: isAll });
      if ('refusal' in taken) return refuse(response, taken.refusal);
      const { rawId } = taken.receipt;
      log.info({ rawId, source: admitted.source.id, bytes: bytes.length }, 'EPCIS capture accepted');
      response.writeHead(202, {
        location: `${PATH}/${encodeURIComponent(rawId)}`,
        'gs1-epcis-version': '2.0',
        'gs1-epcis-capture-limit': '0',
        [BEHAVIOUR]: behaviour,
      });
      response.end();
    },
    async jobs(request, response) {
      const admitted = door.admit(request, response);
      if (!admitted) return;
      const { perPage, before } = pageIn(new URL(request.url ?? '/', 'http://localhost').searchParams);
      const whenever = { format: null, reason: null, since: '', until: '9' };
      const page = { ...whenever, source: admitted.source.id, before, limit: perPage + 1 };
      const rows = await graph.read((tx) => tx.run(listReceivedMessages.ALL, page));
      const last = rows.slice(0, perPage).at(-1);
      if (rows.length > perPage && last) {
        const next = new URLSearchParams({ perPage: String(perPage), nextPageToken: tokenOf(last) });
        response.setHeader('link', `<${PATH}?${next.toString()}>; rel="next"`);
      }
      // What it sent in other formats came by another door.
      const own = rows
        .slice(0, perPage)
        .filter(({ format }) => format === null || format.startsWith('epcis-'));
      const jobs = own.map(async (row) =>
        jobOf(row, row.outcome === null || isRolledBack(row) ? await raw.findPending(row.id) : null),
      );
      sendJson(response, 200, await Promise.all(jobs));
    },
    async job(request, response, id) {
      const admitted = door.admit(request, response);
      if (!admitted) return;
      const isOwn = id.startsWith(`${admitted.source.id}:`);
      // Before its outcome is asked for: what is read meanwhile is found done.
      const waiting = isOwn ? await raw.findPending(id) : null;
      const [row] = isOwn ? await graph.read((tx) => tx.run(rawMessageStatus, { id })) : [];
      const stored = row || !isOwn ? null : (waiting ?? (await raw.find(id)));
      if (!row && !stored) return problem(response, 404, 'NOT_FOUND', 'This source has no such capture job.');
      const receivedAt = row?.receivedAt ?? stored?.header.receivedAt ?? '';
      const { outcome = null, issues = null, closedAt = null, allOrNothing = null } = row ?? {};
      const captured = { id, receivedAt, outcome, issues, closedAt, allOrNothing };
      sendJson(response, 200, jobOf(captured, waiting));
    },
  };
}

const BEHAVIOUR = 'gs1-capture-error-behaviour';
const BEHAVIOURS = ['rollback', 'proceed'] as const;

/** What is to become of a document with an error in it (§12.6): all or nothing, where it is not said. Null: no such behaviour. */
function behaviourIn(request: IncomingMessage): (typeof BEHAVIOURS)[number] | null {
  const given = request.headers[BEHAVIOUR]?.toString().trim().toLowerCase() ?? '';
  return given === '' ? 'rollback' : (BEHAVIOURS.find((one) => one === given) ?? null);
}

interface Captured {
  readonly id: string;
  readonly receivedAt: string;
  /** Null: it is not read yet. */
  readonly outcome: string | null;
  readonly issues: string | null;
  /** Left out: not asked for. */
  readonly closedAt?: string | null;
  readonly allOrNothing: true | null;
}

/**
 * The job by what the message came to. While it is not read, or was rolled back and came again to be taken as far as can be, it
 * runs, and its behaviour is that of what waits.
 */
function jobOf(captured: Captured, waiting: Pick<RawMessage, 'header'> | null) {
  const { id, receivedAt, outcome, issues, closedAt, allOrNothing } = captured;
  const isAnew = waiting !== null && !waiting.header.allOrNothing;
  const isRunning = outcome === null || (isRolledBack(captured) && isAnew);
  const errors = isRunning ? [] : errorsOf(issues);
  return {
    captureID: id,
    createdAt: receivedAt,
    finishedAt: isRunning ? null : closedAt,
    running: isRunning,
    success: isRunning || (outcome === 'READ' && errors.length === 0),
    captureErrorBehaviour: (isRunning ? waiting?.header.allOrNothing : allOrNothing) ? 'rollback' : 'proceed',
    errors,
  };
}

function isRolledBack({ allOrNothing, outcome }: Pick<Captured, 'allOrNothing' | 'outcome'>): boolean {
  return allOrNothing === true && outcome === 'UNREADABLE';
}

const PER_PAGE = 30;
const PER_PAGE_MAX = 1000;

/** `perPage` and `nextPageToken` (§12.5); what is none of ours asks for the first page. */
function pageIn(given: URLSearchParams): {
  readonly perPage: number;
  readonly before: [string, string] | null;
} {
  const asked = Math.trunc(Number(given.get('perPage') ?? PER_PAGE));
  const [receivedAt, id] = Buffer.from(given.get('nextPageToken') ?? '', 'base64url')
    .toString('utf8')
    .split(' ');
  return {
    perPage: asked >= 1 ? Math.min(asked, PER_PAGE_MAX) : PER_PAGE,
    before: receivedAt && id ? [receivedAt, id] : null,
  };
}

function tokenOf({ receivedAt, id }: { readonly receivedAt: string; readonly id: string }): string {
  return Buffer.from(`${receivedAt} ${id}`).toString('base64url');
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
