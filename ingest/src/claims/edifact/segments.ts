import type { WallClock } from 'graph-schema/domain/event-time';
import { parseEdifactDateTime } from '../../syntax/edifact/date-time.ts';
import type { EdifactSegment } from '../../syntax/edifact/segment.ts';

/** The first segment of a tag (`LOC`) with this qualifier (`165`, the first component); null when there is none. */
export type FindSegment = (tag: string, qualifier: string) => EdifactSegment | null;

/** For long lists that are asked often: one walk, then look-ups. */
export function indexByQualifier(segments: readonly EdifactSegment[]): FindSegment {
  const tags = new Map<string, Map<string, EdifactSegment>>();
  for (const segment of segments) {
    const known = tags.get(segment.tag) ?? new Map<string, EdifactSegment>();
    const qualifier = segment.read(0) ?? '';
    if (!known.has(qualifier)) known.set(qualifier, segment);
    tags.set(segment.tag, known);
  }
  return (tag, qualifier) => tags.get(tag)?.get(qualifier) ?? null;
}

/** For a short list: looks when asked. */
export function findIn(segments: readonly EdifactSegment[]): FindSegment {
  return (tag, qualifier) => segments.find((segment) => segment.is(tag, qualifier)) ?? null;
}

const CLOSING: readonly string[] = ['CNT', 'AUT', 'UNS'];

/** A segment group: its trigger first, then all up to the next trigger. */
export type SegmentGroup = readonly [EdifactSegment, ...EdifactSegment[]];

/**
 * Cuts at every segment that begins a group (`NAD`, `GID`, `EQD`). What stands before the first one is `head`; what
 * follows a closing segment (`closing`) belongs to no group.
 */
export function cutGroups(
  segments: readonly EdifactSegment[],
  triggers: readonly string[],
  closing: readonly string[] = CLOSING,
): { readonly head: readonly EdifactSegment[]; readonly groups: readonly SegmentGroup[] } {
  const head: EdifactSegment[] = [];
  const groups: [EdifactSegment, ...EdifactSegment[]][] = [];
  let open: EdifactSegment[] = head;
  for (const segment of segments) {
    if (triggers.includes(segment.tag)) {
      const group: [EdifactSegment, ...EdifactSegment[]] = [segment];
      groups.push(group);
      open = group;
    } else if (closing.includes(segment.tag)) open = [];
    else open.push(segment);
  }
  return { head, groups };
}

/** Control segments after the last group. */
export function isClosing(tag: string): boolean {
  return CLOSING.includes(tag);
}

/** From the first to the last of these segments. */
export function spanOf([first, ...more]: SegmentGroup): { readonly start: number; readonly end: number } {
  return { start: first.start, end: (more.at(-1) ?? first).end };
}

/** The value of a DTM segment, null when it is no point in time. */
export function readDateTime(segment: EdifactSegment): WallClock | null {
  const value = segment.read(0, 1);
  return value === null ? null : parseEdifactDateTime(value, segment.read(0, 2));
}
