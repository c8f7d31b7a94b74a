import { isAscii } from 'node:buffer';
import { scanWhole } from '../byte-scanner.ts';
import { charsetIssue, chooseCharset, valueDecoder } from '../charset.ts';
import type { Findings } from '../findings.ts';
import {
  checkTrailer,
  closeSet,
  describe,
  type OpenGroup,
  type OpenInterchange,
  type OpenSet,
  type X12Set,
} from './envelope.ts';
import { X12Scanner } from './scanner.ts';
import type { X12Segment } from './segment.ts';

/**
 * Walks the transaction sets of all interchanges in a file (X12.5), checks counts and references, and tells what is
 * wrong with them. A wrong count is told and the set is read; a set without SE is given with `complete: false`. X12 does
 * not say in which characters a file is written: `fallbackCharset` is what the sender writes when it is not UTF-8.
 *
 *   file        = { interchange }
 *   interchange = ISA { TA1 } { GS { ST … SE } GE } IEA
 */
export function* readX12(bytes: Uint8Array, fallbackCharset: string, findings: Findings): Generator<X12Set> {
  const walk = new Walk(bytes, fallbackCharset, findings);
  for (const segment of scanWhole(walk.scanner, bytes)) yield* walk.take(segment);
  yield* walk.end();
}

class Walk {
  readonly scanner: X12Scanner;
  readonly #findings: Findings;
  readonly #references = new Set<string>();
  #interchange: OpenInterchange | null = null;
  #group: OpenGroup | null = null;
  #open: OpenSet | null = null;
  #interchanges = 0;
  #sets = 0;
  #last: X12Segment | null = null;

  constructor(bytes: Uint8Array, fallbackCharset: string, findings: Findings) {
    this.#findings = findings;
    const choice = isAscii(bytes) ? null : chooseCharset(bytes, null, fallbackCharset);
    if (choice) findings.include(charsetIssue(choice, null, 'ISA'));
    this.scanner = new X12Scanner(choice && valueDecoder(choice.charset));
  }

  /** Takes one segment; gives the set that it ends, by its trailer or by starting something else. */
  take(segment: X12Segment): readonly X12Set[] {
    this.#last = segment;
    if (this.scanner.wrappedSegments > 0) {
      this.#findings.addOnce('BAD_SYNTAX', 'WARNING', this.#at, 'line breaks inside segments', segment);
      this.scanner.wrappedSegments = 0;
    }
    if (this.scanner.overlong)
      this.#findings.add(
        'BAD_SYNTAX',
        'ERROR',
        this.#at,
        `longer than any segment: ${segment.excerpt}`,
        segment,
      );
    switch (segment.tag) {
      case 'ISA':
        return this.#startInterchange(segment);
      case 'GS':
        return this.#startGroup(segment);
      case 'ST':
        return this.#startSet(segment);
      case 'SE':
        if (!this.#open) this.#stray('SE without ST', segment);
        return this.#close(segment);
      case 'GE':
        return this.#endGroup(segment);
      case 'IEA':
        return this.#endInterchange(segment);
      case 'TA1':
        return this.#open ? this.#keep(segment) : this.#acknowledgement(segment);
      default:
        return this.#keep(segment);
    }
  }

  end(): readonly X12Set[] {
    const cut = this.#close(null);
    const findings = this.#findings;
    if (this.#interchange?.isa)
      findings.add('TRUNCATED', 'WARNING', this.#interchange.at, 'IEA is missing', this.#interchange.isa);
    else if (this.#last && this.scanner.unterminated && this.#last.tag !== 'IEA')
      findings.add(
        'TRUNCATED',
        'WARNING',
        this.#at,
        `${this.#last.tag.slice(0, 20)} has no terminator`,
        this.#last,
      );
    if (!this.#last) findings.add('EMPTY_MESSAGE', 'ERROR', 'ISA', null, null);
    else if (this.#interchanges === 0)
      findings.add('BAD_ENVELOPE', 'WARNING', 'ISA', 'ISA is missing', this.#last);
    else if (this.#sets === 0)
      findings.add('EMPTY_MESSAGE', 'WARNING', 'ISA', 'no transaction set', this.#last);
    return cut;
  }

  get #at(): string {
    return this.#open?.at ?? this.#group?.at ?? this.#interchange?.at ?? 'ISA';
  }

  #startInterchange(isa: X12Segment): readonly X12Set[] {
    const cut = this.#close(null);
    if (this.#interchange?.isa)
      this.#findings.add(
        'TRUNCATED',
        'WARNING',
        this.#interchange.at,
        'IEA is missing',
        this.#interchange.isa,
      );
    this.#interchanges += 1;
    const at = this.#interchanges === 1 ? 'ISA' : `ISA[${this.#interchanges}]`;
    this.#interchange = { at, isa, groups: 0 };
    this.#group = null;
    if (isa.code(15) === 'T')
      this.#findings.add('BAD_ENVELOPE', 'WARNING', at, 'test data (ISA15 is T)', isa);
    const key = `${isa.read(6) ?? ''}/${isa.read(13) ?? ''}`;
    if (isa.read(13) !== null && this.#references.has(key))
      this.#findings.add('BAD_ENVELOPE', 'INFO', at, `interchange ${isa.read(13)} stands twice`, isa);
    this.#references.add(key);
    return cut;
  }

  #startGroup(gs: X12Segment): readonly X12Set[] {
    const cut = this.#close(null);
    if (this.#group?.gs)
      this.#findings.add('BAD_ENVELOPE', 'WARNING', this.#group.at, 'GE is missing', this.#group.gs);
    this.#openGroup(gs);
    return cut;
  }

  #openGroup(gs: X12Segment | null): OpenGroup {
    this.#interchange ??= { at: 'ISA', isa: null, groups: 0 };
    this.#interchange.groups += 1;
    this.#group = { at: `${this.#interchange.at}/GS[${this.#interchange.groups}]`, gs, sets: 0 };
    return this.#group;
  }

  #startSet(st: X12Segment): readonly X12Set[] {
    const cut = this.#close(null);
    const group = this.#group ?? this.#openGroup(null);
    group.sets += 1;
    this.#sets += 1;
    this.#open = { at: `${group.at}/ST[${group.sets}]`, st, segments: [] };
    return cut;
  }

  #endGroup(ge: X12Segment): readonly X12Set[] {
    const cut = this.#close(null);
    if (this.#group?.gs)
      checkTrailer(ge, this.#group.sets, this.#group.gs.read(6), `${this.#group.at}/GE`, this.#findings);
    else this.#stray('GE without GS', ge);
    this.#group = null;
    return cut;
  }

  #endInterchange(iea: X12Segment): readonly X12Set[] {
    const cut = this.#close(null);
    if (this.#group?.gs)
      this.#findings.add('BAD_ENVELOPE', 'WARNING', this.#group.at, 'GE is missing', this.#group.gs);
    const { isa = null, groups = 0, at = 'ISA' } = this.#interchange ?? {};
    if (isa) checkTrailer(iea, groups, isa.read(13), `${at}/IEA`, this.#findings);
    else this.#stray('IEA without ISA', iea);
    this.#interchange = null;
    this.#group = null;
    return cut;
  }

  #acknowledgement(ta1: X12Segment): readonly X12Set[] {
    this.#sets += 1;
    const { at = 'ISA', isa = null } = this.#interchange ?? {};
    const { start, end } = ta1;
    const about = describe({ isa, gs: null });
    const complete = !this.scanner.unterminated;
    if (!complete) this.#findings.add('TRUNCATED', 'ERROR', `${at}/TA1`, 'TA1 has no terminator', ta1);
    return [{ at: `${at}/TA1`, type: 'TA1', segments: [ta1], span: { start, end }, complete, ...about }];
  }

  #keep(segment: X12Segment): readonly X12Set[] {
    if (!/^[A-Z][A-Z0-9]{1,2}$/.test(segment.tag))
      this.#findings.addOnce('BAD_SYNTAX', 'WARNING', this.#at, `no segment: ${segment.excerpt}`, segment);
    else if (!this.#open) this.#stray(`outside a transaction set: ${segment.tag}`, segment);
    this.#open?.segments.push(segment);
    return [];
  }

  #stray(what: string, segment: X12Segment): void {
    this.#findings.addOnce('BAD_SYNTAX', 'WARNING', this.#at, what, segment);
  }

  #close(se: X12Segment | null): readonly X12Set[] {
    if (!this.#open) return [];
    const envelope = { isa: this.#interchange?.isa ?? null, gs: this.#group?.gs ?? null };
    const isUnterminated = this.scanner.unterminated;
    const set = closeSet(this.#open, se, envelope, isUnterminated, this.#findings);
    this.#open = null;
    return [set];
  }
}
