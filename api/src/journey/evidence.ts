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
/** Ingest reads the whole message for a part of it: one question may ask for hundreds, and gets them in turn. */
const READS_AT_ONCE = 8;

export function createEvidenceReader(ingestUrl: string): EvidenceReader {
  const waiting: (() => void)[] = [];
  let reading = 0;
  const inTurn = async <T>(work: () => Promise<T>): Promise<T> => {
    if (reading >= READS_AT_ONCE) await new Promise<void>((resolve) => waiting.push(resolve));
    else reading += 1;
    try {
      return await work();
    } finally {
      // The place passes on to who waits.
      const next = waiting.shift();
      if (next) next();
      else reading -= 1;
    }
  };
  const fetchText = async (rawId: string, start: number, end: number): Promise<EvidenceText> => {
    const url = `${ingestUrl}/internal/evidence?raw=${encodeURIComponent(rawId)}&start=${start}&end=${end}`;
    const response = await fetch(url, { signal: AbortSignal.timeout(TIMEOUT_MS) });
    if (response.status === 404) return MISSING;
    if (!response.ok) throw new Error(`evidence: ingest answered ${response.status}`);
    return (await response.json()) as EvidenceText;
  };
  return { read: (rawId, start, end) => inTurn(() => fetchText(rawId, start, end)) };
}
