import type { WallClock } from 'graph-schema/domain/event-time';
import type { Span } from 'graph-schema/domain/tracking-event';
import type { Findings } from '../findings.ts';
import { parseX12DateTime } from './date-time.ts';
import type { X12Segment } from './segment.ts';

/** One transaction set, ST to SE; or the single segment TA1, which stands outside of groups. */
export interface X12Set {
  /** `ISA/GS[1]/ST[2]`, for findings. */
  readonly at: string;
  /** ST01, `315`; empty when ST does not say. */
  readonly type: string;
  /** GS01, `QO`; null outside a group. */
  readonly group: string | null;
  /** GS08, `004010`. */
  readonly version: string | null;
  /** Who sends: GS02, else ISA06. */
  readonly sender: string | null;
  /** Date and time of preparation (GS04 and GS05, else those of ISA), in an unstated zone. */
  readonly prepared: WallClock | null;
  /** Between ST and SE, both excluded. */
  readonly segments: readonly X12Segment[];
  readonly span: Span;
  /** False when the set has no trailer: it may go on, so none of it may be applied. Already reported. */
  readonly complete: boolean;
}

export interface OpenInterchange {
  /** `ISA`, from the second on `ISA[2]`. */
  readonly at: string;
  /** Null when groups or sets come without an ISA. */
  readonly isa: X12Segment | null;
  groups: number;
}

export interface OpenGroup {
  readonly at: string;
  /** Null when sets come without a GS. */
  readonly gs: X12Segment | null;
  sets: number;
}

export interface OpenSet {
  readonly at: string;
  readonly st: X12Segment;
  readonly segments: X12Segment[];
}

/**
 * Closes a set with its SE, or without one. A wrong count or reference is told and the set is read. A trailer cut by the
 * end of the file still proves the set whole when it says exactly what it should.
 */
export function closeSet(
  { at, st, segments }: OpenSet,
  se: X12Segment | null,
  envelope: { readonly isa: X12Segment | null; readonly gs: X12Segment | null },
  isUnterminated: boolean,
  findings: Findings,
): X12Set {
  const counted = segments.length + 2;
  const control = st.read(2);
  const isExact = se !== null && Number(se.read(1)) === counted && isSame(se.read(2), control);
  const complete = se !== null && (!isUnterminated || isExact);
  const span = { start: st.start, end: (se ?? segments.at(-1) ?? st).end };
  if (!complete) findings.add('TRUNCATED', 'ERROR', at, 'SE is missing', span);
  else checkTrailer(se, counted, control, `${at}/SE`, findings);
  return { at, type: st.code(1) ?? '', segments, span, complete, ...describe(envelope) };
}

/** What GS and ISA say of the sets between them. */
export function describe({
  isa,
  gs,
}: {
  readonly isa: X12Segment | null;
  readonly gs: X12Segment | null;
}): Pick<X12Set, 'group' | 'version' | 'sender' | 'prepared'> {
  const ofGroup = gs && parseX12DateTime(gs.read(4), gs.read(5), null);
  return {
    group: gs?.code(1) ?? null,
    version: gs?.code(8) ?? null,
    sender: gs?.read(2) ?? isa?.read(6) ?? null,
    prepared: ofGroup ?? (isa && parseX12DateTime(isa.read(9), isa.read(10), null)),
  };
}

/** SE, GE and IEA: the number of what they enclose, and the reference of their header. */
export function checkTrailer(
  trailer: X12Segment,
  counted: number,
  reference: string | null,
  at: string,
  findings: Findings,
): void {
  const count = trailer.read(1);
  if (count === null || Number(count) !== counted)
    findings.add('BAD_ENVELOPE', 'WARNING', at, `count ${count ?? '?'}, found ${counted}`, trailer);
  const said = trailer.read(2);
  if (!isSame(said, reference))
    findings.add(
      'BAD_ENVELOPE',
      'WARNING',
      at,
      `reference ${said ?? '?'}, expected ${reference ?? '?'}`,
      trailer,
    );
}

/** References are numbers that some systems pad and others do not. */
function isSame(a: string | null, b: string | null): boolean {
  const plain = (value: string | null) => value?.replace(/^0+(?=.)/, '').toUpperCase();
  return plain(a) === plain(b);
}
