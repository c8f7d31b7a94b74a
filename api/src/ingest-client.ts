import type { CodeCorrections, CodeKey } from 'graph-schema/reference/code-corrections';

const TIMEOUT_MS = 10_000;

/** What the API asks of the ingest process, which alone writes what is known of cargo and how messages are read. */
export interface IngestClient {
  /** What operators say that codes mean. */
  codeMappings(): Promise<CodeCorrections>;
  /** Gives a row of a code list a meaning; answers how many messages are read again because of it. */
  mapCode(key: CodeKey, canonical: string | null): Promise<number>;
}

export function createIngestClient(ingestUrl: string): IngestClient {
  const url = `${ingestUrl}/internal/code-mappings`;
  const ask = async (init: RequestInit): Promise<unknown> => {
    const response = await fetch(url, { ...init, signal: AbortSignal.timeout(TIMEOUT_MS) });
    if (!response.ok) throw new Error(`code mappings: ingest answered ${response.status}`);
    return response.json();
  };
  return {
    async codeMappings() {
      return (await ask({})) as CodeCorrections;
    },
    async mapCode(key, canonical) {
      const body = JSON.stringify({ ...key, canonical });
      const headers = { 'content-type': 'application/json' };
      const { reread } = (await ask({ method: 'POST', headers, body })) as { readonly reread: number };
      return reread;
    },
  };
}
