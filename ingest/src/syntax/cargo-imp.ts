import { scanWhole, type ByteScanner } from './byte-scanner.ts';
import { piecesOf } from './cargo-imp/pieces.ts';
import { readTelexHeader, type TelexHeader } from './cargo-imp/telex.ts';
import { LineScanner } from './lines.ts';

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

/** What a file of telexes is cut into: messages, and lines that belong to no message and no envelope. */
export type TelexUnit =
  | { readonly message: CargoImpMessage; readonly stray: null }
  | { readonly message: null; readonly stray: CargoImpLine };

/** A line has 69 characters by the book; EDIFACT envelopes may stand on one line with the message. */
const LONGEST_LINE = 65_536;
/** The largest manifests have some thousands of lines. A message that goes on beyond this has lost its end. */
const MOST_LINES = 100_000;
/** Addressees take a few lines. */
const MOST_HEADER_LINES = 40;

/** Reads a file that is there as a whole. */
export function readCargoImp(bytes: Uint8Array): CargoImpFile {
  const messages: CargoImpMessage[] = [];
  const stray: CargoImpLine[] = [];
  const scanner = new CargoImpScanner();
  for (const unit of scanWhole(scanner, bytes)) {
    if (unit.message) messages.push(unit.message);
    else stray.push(unit.stray);
  }
  return { messages, stray, interchange: scanner.interchange };
}

type Trailer = CargoImpMessage['trailer'];

/** Cuts telexes into messages, chunk by chunk. A message comes when what follows shows that it has ended. */
export class CargoImpScanner implements ByteScanner<TelexUnit> {
  readonly #lines = new LineScanner(LONGEST_LINE);
  #open:
    (Pick<CargoImpMessage, 'identification' | 'type' | 'version' | 'isCorrection'> & OpenMessage) | null =
    null;
  #header: CargoImpLine[] = [];
  #telex: TelexHeader | null = null;
  #reference: string | null = null;
  #preparedAt: string | null = null;
  #isCorrection = false;
  #control: string | null = null;
  #seen = 0;
  #isClosed = false;
  #isWrong = false;

  *push(chunk: Uint8Array): Generator<TelexUnit> {
    for (const line of this.#lines.push(chunk)) for (const piece of piecesOf(line)) yield* this.#take(piece);
  }

  *end(): Generator<TelexUnit> {
    for (const line of this.#lines.end()) for (const piece of piecesOf(line)) yield* this.#take(piece);
    yield* this.#closeOpen();
    yield* this.#strayHeader();
  }

  /** Of all that was taken: UNB without UNZ, or a UNZ that disagrees on count or reference. */
  get interchange(): CargoImpFile['interchange'] {
    if (this.#control !== null && !this.#isClosed) return 'MISSING';
    return this.#isWrong ? 'MISMATCH' : null;
  }

  #take(line: CargoImpLine): readonly TelexUnit[] {
    const segment = /^(UNA|UNB|UNH|UNT|UNZ)(?=[+:]|$)/.exec(line.text)?.[1];
    if (segment === undefined) return this.#takeLine(line);
    const [, first = '', second, , prepared = '', control = ''] = elements(line);
    switch (segment) {
      case 'UNB':
        this.#control = control;
        this.#preparedAt = preparation(prepared);
        this.#isClosed = false;
        this.#seen = 0;
        return [];
      case 'UNH': {
        const ended = this.#closeOpen();
        this.#reference = first;
        this.#seen += 1;
        return ended;
      }
      case 'UNT':
        return this.#close(second === this.#reference ? 'GOOD' : 'MISMATCH');
      case 'UNZ':
        this.#isClosed = true;
        this.#isWrong = first !== String(this.#seen) || second !== this.#control;
        return [];
      default:
        return [];
    }
  }

  #takeLine(line: CargoImpLine): readonly TelexUnit[] {
    const open = this.#open;
    const identified = IDENTIFICATION.exec(line.text);
    const type = identified?.[1] ?? '';
    if (!open && MODIFIERS.has(line.text)) {
      this.#isCorrection = line.text === 'COR';
      return [];
    }
    if (identified && open && WITH_COPY.has(open.type) && !open.hasCopy && MESSAGE_TYPES.has(type)) {
      open.hasCopy = true;
      return this.#keep(open, line);
    }
    if (identified && (MESSAGE_TYPES.has(type) || (!open && this.#header.length > 0)))
      return this.#identify(line, type, identified[2] ? Number(identified[2]) : null);
    if (isTelexStart(line.text)) {
      const ended = this.#closeOpen();
      this.#telex = null;
      this.#header.push(line);
      return ended;
    }
    if (this.#header.length >= MOST_HEADER_LINES)
      return [...this.#strayHeader(), { message: null, stray: line }];
    if (this.#header.length > 0) this.#header.push(line);
    else if (open) return this.#keep(open, line);
    else return [{ message: null, stray: line }];
    return [];
  }

  #identify(line: CargoImpLine, type: string, version: number | null): readonly TelexUnit[] {
    const ended = this.#open ? this.#closeOpen() : [];
    if (this.#header.length > 0) this.#telex = readTelexHeader(this.#header);
    this.#header = [];
    const isCorrection = this.#isCorrection;
    this.#isCorrection = false;
    this.#open = { identification: line, type, version, isCorrection, lines: [], hasCopy: false };
    return ended;
  }

  #keep(open: OpenMessage, line: CargoImpLine): readonly TelexUnit[] {
    if (open.lines.length >= MOST_LINES) return [...this.#close('MISSING'), { message: null, stray: line }];
    open.lines.push(line);
    return [];
  }

  #closeOpen(): readonly TelexUnit[] {
    return this.#close(this.#reference === null ? 'NONE' : 'MISSING');
  }

  #close(trailer: Trailer): readonly TelexUnit[] {
    const open = this.#open;
    const reference = this.#reference;
    this.#open = null;
    this.#reference = null;
    if (!open) return [];
    const { identification, type, version, isCorrection, lines } = open;
    const [telex, preparedAt] = [this.#telex, this.#preparedAt];
    const message = {
      type,
      version,
      identification,
      lines,
      telex,
      isCorrection,
      reference,
      preparedAt,
      trailer,
    };
    return [{ message, stray: null }];
  }

  #strayHeader(): readonly TelexUnit[] {
    const header = this.#header;
    this.#header = [];
    return header.map((stray) => ({ message: null, stray }));
  }
}

interface OpenMessage {
  readonly lines: CargoImpLine[];
  hasCopy: boolean;
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
