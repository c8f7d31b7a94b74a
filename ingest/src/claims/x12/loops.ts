import type { Span } from 'graph-schema/domain/tracking-event';
import type { X12Segment } from '../../syntax/x12/segment.ts';

/** A segment that begins a loop, and what follows it up to the next one. */
export interface X12Loop {
  readonly first: X12Segment;
  /** The first segment included. */
  readonly segments: readonly X12Segment[];
  readonly span: Span;
}

/** Cuts segments into what stands before the first loop, and the loops that segments of `tags` begin. */
export function splitLoops(
  segments: readonly X12Segment[],
  ...tags: readonly string[]
): { readonly head: readonly X12Segment[]; readonly loops: readonly X12Loop[] } {
  const starts = segments.flatMap(({ tag }, index) => (tags.includes(tag) ? [index] : []));
  const loops = starts.flatMap((start, index) => {
    const own = segments.slice(start, starts[index + 1] ?? segments.length);
    const first = own[0];
    return first ? [{ first, segments: own, span: spanOf(own) }] : [];
  });
  return { head: segments.slice(0, starts[0] ?? segments.length), loops };
}

/** From the first segment to the last; of none it is empty. */
export function spanOf(segments: readonly X12Segment[]): Span {
  return { start: segments[0]?.start ?? 0, end: segments.at(-1)?.end ?? 0 };
}

export function findTag(segments: readonly X12Segment[], tag: string): X12Segment | null {
  return segments.find((segment) => segment.tag === tag) ?? null;
}

export function allTags(segments: readonly X12Segment[], tag: string): readonly X12Segment[] {
  return segments.filter((segment) => segment.tag === tag);
}
