/** What a message says about a milestone: the span and a little around it, as text. */
export interface EvidenceText {
  readonly before: string;
  readonly span: string;
  readonly after: string;
}

/** Fetches the span of a raw message from the ingest process, which keeps the raw store. */
export interface EvidenceReader {
  read(rawId: string, start: number, end: number): Promise<EvidenceText>;
}

const MISSING: EvidenceText = { before: '', span: '', after: '' };
const TIMEOUT_MS = 5000;

export function createEvidenceReader(ingestUrl: string): EvidenceReader {
  return {
    async read(rawId, start, end) {
      const url = `${ingestUrl}/internal/evidence?raw=${encodeURIComponent(rawId)}&start=${start}&end=${end}`;
      const response = await fetch(url, { signal: AbortSignal.timeout(TIMEOUT_MS) });
      if (response.status === 404) return MISSING;
      if (!response.ok) throw new Error(`evidence: ingest answered ${response.status}`);
      return (await response.json()) as EvidenceText;
    },
  };
}
