import { scanWhole } from '../byte-scanner.ts';
import type { Findings } from '../findings.ts';
import {
  checkInterchange,
  closeMessage,
  openInterchange,
  type EdifactMessage,
  type OpenInterchange,
  type OpenMessage,
} from './envelope.ts';
import { InterchangeCharset } from './interchange-charset.ts';
import { EdifactScanner } from './scanner.ts';
import type { EdifactSegment } from './segment.ts';

/**
 * Walks the messages of all interchanges in a file (ISO 9735-1 §8), checks counts and references, and tells what
 * is wrong with them. A wrong count is told and the message is read; a message without UNT is given with
 * `complete: false`. `fallbackCharset`: what the sender writes when it is neither ASCII nor UTF-8.
 *
 *   file        = { [UNA] interchange }
 *   interchange = UNB { [UNG] { UNH … UNT } [UNE] } UNZ
 */
export function* readEdifact(
  bytes: Uint8Array,
  fallbackCharset: string,
  findings: Findings,
): Generator<EdifactMessage> {
  const walk = new Walk(bytes, fallbackCharset, findings);
  for (const segment of scanWhole(walk.scanner, bytes)) {
    const message = walk.take(segment);
    if (message) yield message;
  }
  const cut = walk.end();
  if (cut) yield cut;
}

class Walk {
  readonly scanner = new EdifactScanner();
  readonly #charset: InterchangeCharset;
  readonly #findings: Findings;
  readonly #references = new Set<string>();
  #interchange: OpenInterchange | null = null;
  #open: OpenMessage | null = null;
  #interchanges = 0;
  #last: EdifactSegment | null = null;

  constructor(bytes: Uint8Array, fallbackCharset: string, findings: Findings) {
    this.#charset = new InterchangeCharset(bytes, fallbackCharset);
    this.#findings = findings;
  }

  /** Takes one segment; gives the message that it ends, by its trailer or by starting something else. */
  take(segment: EdifactSegment): EdifactMessage | null {
    this.#last = segment;
    if (this.scanner.wrappedSegments > 0) {
      this.#findings.addOnce('BAD_SYNTAX', 'WARNING', this.#at, 'line breaks inside segments', segment);
      this.scanner.wrappedSegments = 0;
    }
    if (this.scanner.endedByLine) {
      this.#findings.addOnce('BAD_SYNTAX', 'WARNING', this.#at, 'segments end with their lines', segment);
      this.scanner.endedByLine = false;
    }
    if (this.scanner.overlong)
      this.#findings.add(
        'BAD_SYNTAX',
        'WARNING',
        this.#at,
        `${segment.tag} is too long and not read to its end`,
        segment,
      );
    switch (segment.tag) {
      case 'UNB':
        return this.#startInterchange(segment);
      case 'UNG':
        if (this.#interchange) this.#interchange.groups += 1;
        return null;
      case 'UNE':
        return null;
      case 'UNH':
        return this.#startMessage(segment);
      case 'UNT':
        if (!this.#open)
          this.#findings.addOnce('BAD_ENVELOPE', 'WARNING', this.#at, 'UNT without UNH', segment);
        return this.#close(segment);
      case 'UNZ':
        return this.#endInterchange(segment);
      default:
        this.#keep(segment);
        return null;
    }
  }

  end(): EdifactMessage | null {
    const cut = this.#close(null);
    if (this.#interchange?.span)
      this.#findings.add('TRUNCATED', 'WARNING', this.#at, 'UNZ is missing', this.#interchange.span);
    else if (this.#last && this.scanner.unterminated)
      this.#findings.add('TRUNCATED', 'WARNING', this.#at, `${this.#last.tag} has no terminator`, this.#last);
    if (this.scanner.badUna !== null)
      this.#findings.add('BAD_SYNTAX', 'WARNING', 'UNA', this.scanner.badUna, null);
    if (this.#last === null && this.scanner.badUna === null)
      this.#findings.add('EMPTY_MESSAGE', 'ERROR', 'UNB', null, null);
    else if (this.#interchanges === 0) {
      // Messages without an envelope are read; without any there is nothing.
      const severity = this.#interchange ? 'WARNING' : 'ERROR';
      this.#findings.add('BAD_ENVELOPE', severity, 'UNB', 'UNB is missing', null);
    }
    return cut;
  }

  get #at(): string {
    return this.#open?.at ?? this.#interchange?.at ?? 'UNB';
  }

  #startInterchange(unb: EdifactSegment): EdifactMessage | null {
    const cut = this.#close(null);
    if (this.#interchange)
      this.#findings.add('BAD_ENVELOPE', 'WARNING', this.#at, 'UNZ is missing', this.#interchange.span);
    this.#interchanges += 1;
    const interchange = openInterchange(unb, this.#interchanges);
    this.#interchange = interchange;
    this.#noteRepetition(interchange);
    this.scanner.decode = this.#charset.decoderFor(unb, interchange.at, this.#findings);
    return cut;
  }

  /** One file with the same interchange twice: read twice (the claims are the same), and told. */
  #noteRepetition({ at, header, span }: OpenInterchange): void {
    if (header.reference === null) return;
    const key = `${header.sender ?? ''}/${header.reference}`;
    if (this.#references.has(key))
      this.#findings.add('BAD_ENVELOPE', 'INFO', at, `interchange ${header.reference} stands twice`, span);
    this.#references.add(key);
  }

  #startMessage(unh: EdifactSegment): EdifactMessage | null {
    const cut = this.#close(null);
    this.#interchange ??= openInterchange(null, this.#interchanges + 1);
    this.#interchange.messages += 1;
    const at = `${this.#interchange.at}/UNH[${this.#interchange.messages}]`;
    this.#open = { at, header: unh, segments: [] };
    return cut;
  }

  #endInterchange(unz: EdifactSegment): EdifactMessage | null {
    const cut = this.#close(null);
    if (this.#interchange) checkInterchange(this.#interchange, unz, this.#findings);
    else this.#findings.addOnce('BAD_ENVELOPE', 'WARNING', 'UNB', 'UNZ without UNB', unz);
    this.#interchange = null;
    return cut;
  }

  #keep(segment: EdifactSegment): void {
    if (!/^[A-Z]{3}$/.test(segment.tag))
      this.#findings.addOnce('BAD_SYNTAX', 'WARNING', this.#at, `no segment: ${segment.excerpt}`, segment);
    else if (!this.#open)
      this.#findings.addOnce('BAD_SYNTAX', 'WARNING', this.#at, `outside a message: ${segment.tag}`, segment);
    this.#open?.segments.push(segment);
  }

  #close(unt: EdifactSegment | null): EdifactMessage | null {
    if (!this.#open) return null;
    const header = (this.#interchange ?? openInterchange(null, 1)).header;
    const message = closeMessage(this.#open, unt, header, this.scanner.unterminated, this.#findings);
    this.#open = null;
    return message;
  }
}
