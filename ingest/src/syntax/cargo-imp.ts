import { readTelexHeader, type TelexHeader } from './cargo-imp/telex.ts';

/**
 * Envelopes and lines of IATA Cargo-IMP messages; no meaning of the lines here.
 *
 *     QU PEKFMCA                       ┐ telex header (Type B), optional: priority and addressees,
 *     .JFKCACA 211502                  ┘ origin with day and time of sending in UTC
 *     UNB+IATA:1+CA:…'UNH+1+CIMFSU:15' ┐ or an EDIFACT envelope around each message
 *     COR                              │ correction, PDM: perhaps sent twice; both optional
 *     FSU/15                           │ standard message identification: type / version
 *     999-12345675PEKJFK/T10K250.0     │ lines of at most 69 characters, CRLF (in practice also LF or CR);
 *     RCS/20NOV0930/PEK/T10K250.0      │ slants between fields; a line that begins with a slant continues
 *     UNT+3+1'UNZ+1+0001'              ┘
 *
 * One file may hold several messages, with or without envelopes. Bytes are taken as Latin-1, so that an index into
 * `text` is an offset into the raw message; Cargo-IMP itself is 7-bit.
 */
export interface CargoImpLine {
  readonly text: string;
  /** Bytes `[start, end)` of the raw message, without the line end. */
  readonly start: number;
  readonly end: number;
  /** From 1. */
  readonly number: number;
}

export interface CargoImpMessage {
  /** `FSU`, `FSA`, `FWB` … */
  readonly type: string;
  /** Null when the message identification has no version. */
  readonly version: number | null;
  readonly identification: CargoImpLine;
  /** Without the message identification, envelopes and empty lines. */
  readonly lines: readonly CargoImpLine[];
  readonly telex: TelexHeader | null;
  /** `COR` stands before the identification: the message takes the place of one sent before. */
  readonly isCorrection: boolean;
  /** UNH message reference, or null without an EDIFACT envelope. */
  readonly reference: string | null;
  /** When the interchange was made, as UNB says it without a zone, ISO 8601: only good to tell which of two is newer. */
  readonly preparedAt: string | null;
  /** `MISSING`: the EDIFACT envelope of this message never closes, so its end may be lost. */
  readonly trailer: 'NONE' | 'GOOD' | 'MISMATCH' | 'MISSING';
}

export interface CargoImpFile {
  readonly messages: readonly CargoImpMessage[];
  /** Lines that belong to no message and no envelope. */
  readonly stray: readonly CargoImpLine[];
  /** UNB without UNZ, or a UNZ that disagrees on count or reference; null when there is nothing to say. */
  readonly interchange: 'MISSING' | 'MISMATCH' | null;
}

const IDENTIFICATION = /^([A-Z]{3})(?:\/(\d{1,2}))?$/;
/** Message types that begin a message without any envelope; status codes (`FOH`, `FIW`) look the same. */
export const MESSAGE_TYPES: ReadonlySet<string> = new Set([
  'FSU', 'FSA', 'FSR', 'FWB', 'FWR', 'FHL', 'FFM', 'FBL', 'FFR', 'FFA', 'FNA', 'FMA', 'FUM', 'FZB', 'MVT', 'MVA', 'LDM',
  'CPM', 'UCM',
]); // prettier-ignore
/** Between the header and the identification. */
const MODIFIERS: ReadonlySet<string> = new Set(['COR', 'PDM']);
/** Acknowledgements, which end with a copy of the message that they answer. */
const WITH_COPY: ReadonlySet<string> = new Set(['FNA', 'FMA']);

export function readCargoImp(latin1: string): CargoImpFile {
  const messages: CargoImpMessage[] = [];
  const stray: CargoImpLine[] = [];
  let header: CargoImpLine[] = [];
  let open: {
    identification: CargoImpLine;
    type: string;
    version: number | null;
    isCorrection: boolean;
    lines: CargoImpLine[];
    hasCopy: boolean;
  } | null = null;
  let telex: TelexHeader | null = null;
  let reference: string | null = null;
  let preparedAt: string | null = null;
  let isCorrection = false;
  const interchange = { control: null as string | null, seen: 0, closed: false, wrong: false };

  const close = (trailer: CargoImpMessage['trailer']): void => {
    if (open) messages.push({ ...open, telex, reference, preparedAt, trailer });
    open = null;
    reference = null;
  };

  for (const line of pieces(latin1)) {
    const segment = /^(UNA|UNB|UNH|UNT|UNZ)(?=[+:]|$)/.exec(line.text)?.[1];
    if (segment === 'UNB') {
      interchange.control = elements(line)[5] ?? '';
      preparedAt = preparation(elements(line)[4] ?? '');
      interchange.closed = false;
      interchange.seen = 0;
    } else if (segment === 'UNH') {
      close(reference === null ? 'NONE' : 'MISSING');
      reference = elements(line)[1] ?? '';
      interchange.seen += 1;
    } else if (segment === 'UNT') {
      close(elements(line)[2] === reference ? 'GOOD' : 'MISMATCH');
    } else if (segment === 'UNZ') {
      interchange.closed = true;
      interchange.wrong =
        elements(line)[1] !== String(interchange.seen) || elements(line)[2] !== interchange.control;
    } else if (segment !== 'UNA') {
      const identified = IDENTIFICATION.exec(line.text);
      const type = identified?.[1] ?? '';
      if (!open && MODIFIERS.has(line.text)) {
        isCorrection = line.text === 'COR';
      } else if (identified && open && WITH_COPY.has(open.type) && !open.hasCopy && MESSAGE_TYPES.has(type)) {
        open.hasCopy = true;
        open.lines.push(line);
      } else if (identified && (MESSAGE_TYPES.has(type) || (!open && header.length > 0))) {
        if (open) close(reference === null ? 'NONE' : 'MISSING');
        telex = header.length > 0 ? readTelexHeader(header) : telex;
        header = [];
        open = {
          identification: line,
          type,
          version: identified[2] ? Number(identified[2]) : null,
          isCorrection,
          lines: [],
          hasCopy: false,
        };
        isCorrection = false;
      } else if (isTelexStart(line.text)) {
        close(reference === null ? 'NONE' : 'MISSING');
        telex = null;
        header.push(line);
      } else if (header.length > 0) {
        header.push(line);
      } else if (open) {
        open.lines.push(line);
      } else {
        stray.push(line);
      }
    }
  }
  close(reference === null ? 'NONE' : 'MISSING');
  stray.push(...header);
  const isOpen = interchange.control !== null && !interchange.closed;
  return { messages, stray, interchange: isOpen ? 'MISSING' : interchange.wrong ? 'MISMATCH' : null };
}

/** Addressees and priority (`QU PEKFMCA`), or straight the origin (`.JFKCACA 211502`). */
function isTelexStart(text: string): boolean {
  return /^Q[A-Z](?: [A-Z0-9]{7})+$/.test(text) || /^\.[A-Z0-9]{7}(?: |$)/.test(text);
}

/** `261121:1300` of UNB as `2026-11-21T13:00:00Z`; null when it is no such time. */
function preparation(text: string): string | null {
  const [, century, year, month, day, hour, minute] =
    /^(\d\d)?(\d\d)(\d\d)(\d\d):(\d\d)(\d\d)$/.exec(text) ?? [];
  if (!year) return null;
  const iso = `${century ?? '20'}${year}-${month}-${day}T${hour}:${minute}:00Z`;
  return Number.isNaN(Date.parse(iso)) ? null : iso;
}

function elements(line: CargoImpLine): string[] {
  return line.text.split('+');
}

/** Lines, with the segments of an EDIFACT envelope cut out of the lines that they share with the message. */
function* pieces(latin1: string): Generator<CargoImpLine> {
  let number = 0;
  for (let at = 0; at < latin1.length;) {
    let end = at;
    while (end < latin1.length && latin1[end] !== '\n' && latin1[end] !== '\r') end += 1;
    number += 1;
    let start = at;
    while (start < end) {
      const stop = endOfSegment(latin1, start, end);
      const piece = trimmed(latin1, start, stop.end, number);
      if (piece) yield piece;
      start = stop.next;
    }
    at = latin1[end] === '\r' && latin1[end + 1] === '\n' ? end + 2 : end + 1;
  }
}

/** A segment ends at its apostrophe; a line of the message at the line's end or where a trailer is glued to it. */
function endOfSegment(latin1: string, start: number, lineEnd: number): { end: number; next: number } {
  const rest = latin1.slice(start, lineEnd);
  const isSegment = /^\s*UN[ABHTZ][+:]/.test(rest);
  const stop = rest.search(isSegment ? /'/ : /'(?=UN[TZ]\+|$)/);
  return stop < 0 ? { end: lineEnd, next: lineEnd } : { end: start + stop, next: start + stop + 1 };
}

/** Without blanks and the control characters of teleprinters (start and end of heading and text) at both ends. */
function trimmed(latin1: string, from: number, to: number, number: number): CargoImpLine | null {
  let start = from;
  let end = to;
  while (start < end && latin1.charCodeAt(start) <= 0x20) start += 1;
  while (end > start && latin1.charCodeAt(end - 1) <= 0x20) end -= 1;
  return start < end ? { text: latin1.slice(start, end), start, end, number } : null;
}
