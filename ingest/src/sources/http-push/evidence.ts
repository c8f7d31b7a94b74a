import type { RawStore } from '../../raw/raw-store.ts';

/** Text around a span that helps a person to find it again; never enough to read the rest of somebody's file. */
const AROUND_BYTES = 80;
const SPAN_BYTES_MAX = 4000;

export interface EvidenceText {
  readonly before: string;
  readonly span: string;
  readonly after: string;
}

/** The bytes of a raw message that speak of something, as text. Null when the message is unknown. */
export async function readEvidence(
  raw: RawStore,
  id: string,
  start: number,
  end: number,
): Promise<EvidenceText | null> {
  const message = await raw.find(id);
  if (!message) return null;
  const { bytes } = message;
  const to = Math.min(end, bytes.length, start + SPAN_BYTES_MAX);
  const decode = decoderFor(bytes);
  return {
    before: decode(bytes.subarray(Math.max(0, start - AROUND_BYTES), start)),
    span: decode(bytes.subarray(start, to)),
    after: decode(bytes.subarray(to, Math.min(bytes.length, to + AROUND_BYTES))),
  };
}

/** UTF-8 where the whole message is; else GB18030, in which older Chinese port systems write. Cut characters are dropped. */
function decoderFor(bytes: Uint8Array): (part: Uint8Array) => string {
  let label = 'utf-8';
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    label = 'gb18030';
  }
  return (part) => new TextDecoder(label).decode(part).replace(/\ufffd/g, '');
}
