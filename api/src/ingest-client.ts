import type { CodeCorrections, CodeKey } from 'graph-schema/reference/code-corrections';

const TIMEOUT_MS = 10_000;
/** A large document over a slow line. */
const FORWARD_TIMEOUT_MS = 120_000;

export interface ReadAgain {
  readonly reread: number;
  readonly hasMore: boolean;
}

/** Messages of a source that wait for an operator. */
interface Waiting {
  readonly source: string;
  readonly which: 'NOT_ENTITLED' | 'DEAD';
  readonly reason: string | null;
}

/** Whether intake takes messages, and how many wait; null: it does not say. */
export interface IngestHealth {
  readonly isReady: boolean;
  readonly waiting: number | null;
  readonly active: number | null;
  readonly delayed: number | null;
}

/** What the API asks of the ingest process, which alone writes what is known of cargo and how messages are read. */
export interface IngestClient {
  /** What operators say that codes mean. */
  codeMappings(): Promise<CodeCorrections>;
  /** Gives a row of a code list a meaning; answers how many messages are read again because of it. */
  mapCode(key: CodeKey, canonical: string | null): Promise<number>;
  readAgain(waiting: Waiting): Promise<ReadAgain>;
  /** Has one message read again; null: none is stored under this id. `waited`: it was about to be read already. */
  replay(id: string): Promise<{ readonly waited: boolean } | null>;
  /** Never fails: that it does not answer is an answer. */
  health(): Promise<IngestHealth>;
  /** How often each source was held back by its rate since then, by its id. */
  heldBack(since: string): Promise<Readonly<Record<string, number>>>;
  /** Hands a sender's request to a receiver as it came, with the key of its source. Throws where nobody answers. */
  forward(request: ForwardedRequest): Promise<Response>;
}

export interface ForwardedRequest {
  readonly method: 'GET' | 'POST';
  readonly path: string;
  readonly headers: Record<string, string>;
  /** Null: it has none. */
  readonly body: ReadableStream<Uint8Array> | null;
}

export function createIngestClient(ingestUrl: string): IngestClient {
  /** Null: there is no such thing. */
  const find = async (path: string, init: RequestInit = {}): Promise<unknown> => {
    const url = `${ingestUrl}/internal/${path}`;
    const response = await fetch(url, { ...init, signal: AbortSignal.timeout(TIMEOUT_MS) });
    if (response.status === 404) return null;
    if (!response.ok) throw new Error(`${path}: ingest answered ${response.status}`);
    return response.json();
  };
  const ask = async (path: string, init?: RequestInit): Promise<unknown> => {
    const answer = await find(path, init);
    if (answer === null) throw new Error(`${path}: ingest answered 404`);
    return answer;
  };
  const posted = (body: object): RequestInit => ({
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
  });
  return {
    async codeMappings() {
      return (await ask('code-mappings')) as CodeCorrections;
    },
    async mapCode(key, canonical) {
      const { reread } = (await ask('code-mappings', posted({ ...key, canonical }))) as {
        readonly reread: number;
      };
      return reread;
    },
    async readAgain(waiting) {
      return (await ask('read-again', posted(waiting))) as ReadAgain;
    },
    async replay(id) {
      return (await find('replay', posted({ id }))) as { readonly waited: boolean } | null;
    },
    async health() {
      const queue = await fetch(`${ingestUrl}/readyz`, { signal: AbortSignal.timeout(TIMEOUT_MS) }).then(
        async (response) =>
          response.ok ? ((await response.json()) as { queue: Record<string, number> }).queue : null,
        () => null,
      );
      return {
        isReady: queue !== null,
        waiting: queue?.['waiting'] ?? null,
        active: queue?.['active'] ?? null,
        delayed: queue?.['delayed'] ?? null,
      };
    },
    async forward({ method, path, headers, body }) {
      const sent: RequestInit & { duplex?: 'half' } = {
        method,
        headers,
        body,
        signal: AbortSignal.timeout(FORWARD_TIMEOUT_MS),
        redirect: 'manual',
        // A body that is still coming has to be announced.
        ...(body ? { duplex: 'half' } : {}),
      };
      return fetch(new URL(path, ingestUrl), sent);
    },
    async heldBack(since) {
      return (await ask(`held-back?since=${encodeURIComponent(since)}`)) as Record<string, number>;
    },
  };
}
