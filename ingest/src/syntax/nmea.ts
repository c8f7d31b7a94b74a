/**
 * Sentences of NMEA 0183 / IEC 61162-1 that carry AIS, read from bytes; no meaning of the payload here.
 *
 *     \s:rx42,c:1795458600*4F\!AIVDM,2,1,3,A,56:lOV@2...,0*1B,1795458600
 *      └ tag block (61162-450) ┘│└┬┘└─┬┘ │ │ │ │ └ payload  │  │   └ receipt in seconds, older coast-guard logs
 *                               │ │   │  │ │ │ │            │  └ XOR of the characters between `!` and `*`
 *                               │ │   │  │ │ │ └ radio      └ fill bits at the end of the payload
 *                               │ │   │  │ │ └ sequence id, 0–9, only in multi-sentence messages
 *                               │ │   │  │ └ number of this sentence, from 1
 *                               │ │   │  └ sentences in the message, 1–9
 *                               │ │   └ VDM: heard, VDO: own ship
 *                               │ └ talker: AI mobile, AB/BS base station, SA satellite …
 *                               └ `!` encapsulated data, `$` plain fields (GPS, wind …)
 *
 * Tolerated: text before the sentence, no line end between two sentences, LF, CR or CRLF, lower-case checksums.
 * Hot path: one pass over the bytes of a line, one reused object, no strings.
 */

export type Checksum = 'GOOD' | 'BAD' | 'MISSING';
export type SentenceKind = 'AIS' | 'OTHER' | 'NONE';

/** One sentence as byte offsets into the raw message. Reused from line to line: copy what must outlive the next read. */
export interface Sentence {
  /** `AIS` (VDM, VDO), `OTHER` sentence (GPS, wind, transponder status), or `NONE`: no sentence in this line. */
  kind: SentenceKind;
  /** From the tag block, if any, to the end of what belongs to the sentence. */
  start: number;
  end: number;
  /** The `!` or `$`. */
  body: number;
  checksum: Checksum;
  /** Contents of the tag block between its backslashes; -1 without one. */
  tagStart: number;
  tagEnd: number;
  count: number;
  number: number;
  /** 0–9, or -1 when the field is empty. */
  sequence: number;
  /** Character code of the radio channel, 0 when the field is empty. */
  channel: number;
  payloadStart: number;
  payloadEnd: number;
  fillBits: number;
  /** Epoch seconds written after the checksum, or 0. */
  trailingSeconds: number;
}

export function newSentence(): Sentence {
  return {
    kind: 'NONE', start: 0, end: 0, body: 0, checksum: 'MISSING', tagStart: -1, tagEnd: -1, count: 0, number: 0,
    sequence: -1, channel: 0, payloadStart: 0, payloadEnd: 0, fillBits: 0, trailingSeconds: 0,
  }; // prettier-ignore
}

const BANG = 0x21;
const DOLLAR = 0x24;
const STAR = 0x2a;
const COMMA = 0x2c;
const BACKSLASH = 0x5c;
const FIELDS = 8;
const commas = new Int32Array(FIELDS);

/** Reads the sentence that begins in `[start, end)`, a line without its end, and sets `into.end` where it stops. */
export function readSentence(bytes: Uint8Array, start: number, end: number, into: Sentence): void {
  into.kind = 'NONE';
  into.start = start;
  into.end = end;
  into.tagStart = -1;
  into.tagEnd = -1;
  into.trailingSeconds = 0;
  let at = start;
  if (bytes[at] !== BACKSLASH && bytes[at] !== BANG && bytes[at] !== DOLLAR) {
    at = afterLead(bytes, at, end, true);
  }
  if (bytes[at] === BACKSLASH) {
    const close = indexOf(bytes, BACKSLASH, at + 1, end);
    if (close < 0) return;
    into.tagStart = at + 1;
    into.tagEnd = close;
    at = afterLead(bytes, close + 1, end, false);
  }
  if (at >= end) return;
  into.body = at;

  let xor = 0;
  let fields = 0;
  let star = at + 1;
  for (; star < end; star += 1) {
    const byte = bytes[star] ?? 0;
    if (byte === STAR) break;
    if (byte === COMMA && fields < FIELDS) {
      commas[fields] = star;
      fields += 1;
    }
    xor ^= byte;
  }
  if (star < end) {
    into.checksum = hexPair(bytes, star + 1, end) === xor ? 'GOOD' : 'BAD';
    into.end = closeSentence(bytes, Math.min(star + 3, end), end, into);
  } else {
    into.checksum = 'MISSING';
    into.end = end;
  }
  const isAis =
    fields > 0 &&
    commas[0] === at + 6 &&
    bytes[at + 3] === 0x56 &&
    bytes[at + 4] === 0x44 &&
    (bytes[at + 5] === 0x4d || bytes[at + 5] === 0x4f);
  into.kind = isAis ? 'AIS' : 'OTHER';
  if (isAis) readFields(bytes, fields, star, into);
}

function readFields(bytes: Uint8Array, fields: number, star: number, into: Sentence): void {
  for (let i = fields; i < FIELDS; i += 1) commas[i] = star;
  const afterCount = commas[1] ?? star;
  const afterNumber = commas[2] ?? star;
  const afterSequence = commas[3] ?? star;
  const afterChannel = commas[4] ?? star;
  const afterPayload = commas[5] ?? star;
  into.count = digitAt(bytes, commas[0] ?? star, afterCount);
  into.number = digitAt(bytes, afterCount, afterNumber);
  into.sequence = afterSequence - afterNumber === 1 ? -1 : digitAt(bytes, afterNumber, afterSequence);
  into.channel = afterChannel - afterSequence === 1 ? 0 : (bytes[afterSequence + 1] ?? 0);
  into.payloadStart = Math.min(afterChannel + 1, star);
  into.payloadEnd = Math.max(afterPayload, into.payloadStart);
  into.fillBits = Math.max(0, digitAt(bytes, afterPayload, commas[6] ?? star));
}

/** Where a sentence begins behind what a logger wrote in front: at `!` or `$` and an address, or at a tag block. */
function afterLead(bytes: Uint8Array, from: number, end: number, orTag: boolean): number {
  for (let i = from; i < end; i += 1) {
    const byte = bytes[i];
    const next = bytes[i + 1] ?? 0;
    if ((byte === BANG || byte === DOLLAR) && next >= 0x41 && next <= 0x5a) return i;
    // `\c:…\`, `\s:…\`, `\g:…\`
    if (orTag && byte === BACKSLASH && next >= 0x61 && next <= 0x7a && bytes[i + 2] === 0x3a) return i;
  }
  return end;
}

/** What may follow a checksum: the receipt in seconds as the last field, or the next sentence glued on. */
function closeSentence(bytes: Uint8Array, after: number, end: number, into: Sentence): number {
  if (after >= end) return end;
  let seconds = 0;
  for (let i = after; i < end; i += 1) {
    const byte = bytes[i] ?? 0;
    if (byte === BANG || byte === BACKSLASH || (byte === DOLLAR && i === after)) return i;
    if (byte === COMMA) seconds = 0;
    else if (byte >= 0x30 && byte <= 0x39) seconds = seconds * 10 + byte - 0x30;
    else seconds = Number.NaN;
  }
  // Ten digits: 2001 to 2286.
  if (seconds >= 1e9 && seconds < 1e10) into.trailingSeconds = seconds;
  return end;
}

/** The one digit between two commas, or -1. */
function digitAt(bytes: Uint8Array, comma: number, next: number): number {
  const digit = (bytes[comma + 1] ?? 0) - 0x30;
  return next - comma === 2 && digit >= 0 && digit <= 9 ? digit : -1;
}

export function indexOf(bytes: Uint8Array, byte: number, from: number, end: number): number {
  for (let i = from; i < end; i += 1) if (bytes[i] === byte) return i;
  return -1;
}

/** Two hexadecimal digits of either case as a number, or -1. */
export function hexPair(bytes: Uint8Array, at: number, end: number): number {
  if (at + 2 > end) return -1;
  const high = hexDigit(bytes[at] ?? 0);
  const low = hexDigit(bytes[at + 1] ?? 0);
  return high < 0 || low < 0 ? -1 : high * 16 + low;
}

function hexDigit(byte: number): number {
  if (byte >= 0x30 && byte <= 0x39) return byte - 0x30;
  const upper = byte & 0xdf;
  return upper >= 0x41 && upper <= 0x46 ? upper - 0x37 : -1;
}
