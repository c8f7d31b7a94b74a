import type { Span } from 'graph-schema/domain/tracking-event';
import type { EdifactSegment } from '../../syntax/edifact/segment.ts';
import type { BoxGroup } from '../edifact-reports/report.ts';
import { findIn, spanOf, type FindSegment, type SegmentGroup } from '../edifact/segments.ts';

/** One place on board and what stands in it. */
export interface Slot {
  /** `UNB/UNH[1]/LOC[3]` */
  readonly at: string;
  readonly span: Span;
  readonly segments: SegmentGroup;
  /** Looks in these segments. */
  readonly find: FindSegment;
  /** HAN before it: what is to be done with the box; null in a plan of what is aboard. */
  readonly instruction: EdifactSegment | null;
  /** Null: the place is listed as free. */
  readonly box: BoxGroup | null;
}

export function slotOf(segments: SegmentGroup, at: string, instruction: EdifactSegment | null): Slot {
  const span = spanOf(segments);
  const equipment = segments.find(({ tag }) => tag === 'EQD');
  const find = findIn(segments);
  const box = equipment ? { at, equipment, segments, find, span } : null;
  return { at, span, segments, find, instruction, box };
}

/** ISO 9711 position `BBBRRTT`; a bay of two digits is filled up, other numberings are kept. */
export function positionOf({ find }: Slot): string | null {
  const position = find('LOC', '147')?.read(1, 0) ?? null;
  if (position === null || !/\d/.test(position) || /^0+$/.test(position)) return null;
  return /^\d{6}$/.test(position) ? `0${position}` : position;
}
