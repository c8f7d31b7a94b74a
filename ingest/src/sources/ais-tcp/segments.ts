/** A sentence is at most 82 characters by IEC 61162-1; with tag block and sloppy senders, far below this. */
const LINE_BYTES_MAX = 4096;
/** `!AIVDM,<fragments>,<number>,…`: a message in several sentences. */
const FRAGMENT = /!\w{5},(\d),(\d),/;

/**
 * How many of the bytes make a segment of whole lines; 0 when there is none yet. Sentences of one message stay together:
 * a segment does not end between them. A line that never ends is no AIS and is handed over as it is.
 */
export function segmentLength(bytes: Buffer): number {
  let end = bytes.lastIndexOf(0x0a) + 1;
  if (end === 0) return bytes.length > LINE_BYTES_MAX ? bytes.length : 0;
  while (end > 0) {
    const start = end >= 2 ? bytes.lastIndexOf(0x0a, end - 2) + 1 : 0;
    const fragment = FRAGMENT.exec(bytes.toString('latin1', start, end));
    if (!fragment || Number(fragment[2]) >= Number(fragment[1])) return end;
    end = start;
  }
  // Nothing but first sentences: their others are not coming.
  return bytes.length > LINE_BYTES_MAX ? bytes.lastIndexOf(0x0a) + 1 : 0;
}
