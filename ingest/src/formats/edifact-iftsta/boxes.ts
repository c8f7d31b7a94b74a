import { container } from 'graph-schema/domain/claim';
import { parseContainerNumber } from 'graph-schema/codes/iso6346';
import type { DocumentRef, EquipmentRef, LoadState, Quantity } from 'graph-schema/domain/tracking-event';
import type { EdifactContext } from '../../claims/edifact/interchange.ts';
import { findIn, spanOf, type SegmentGroup } from '../../claims/edifact/segments.ts';
import { describeBox } from '../../claims/edifact-reports/box-group.ts';
import type { EdifactSegment } from '../../syntax/edifact/segment.ts';

export interface ReportedBox {
  readonly equipment: EquipmentRef;
  readonly loadState: LoadState | null;
  readonly documents: readonly DocumentRef[];
  readonly quantity: Quantity | null;
}

/** RFF 1153 by which a box is named where there is no EQD. */
const BOX_REFERENCES: ReadonlySet<string> = new Set(['EQ', 'AAQ', 'EQR']);

/**
 * The boxes of a status: its EQD groups, else an `RFF+EQ` of the nearest of `above` that has one. A box that cannot be
 * read is told and left out.
 */
export function readBoxes(
  groups: readonly SegmentGroup[],
  above: readonly (readonly EdifactSegment[])[],
  at: string,
  context: EdifactContext,
): ReportedBox[] {
  const boxes = groups
    .filter(([first]) => first.tag === 'EQD')
    .map((group, index) => readBox(group, `${at}/EQD[${index + 1}]`, context));
  const known = boxes.flatMap((box) => (box ? [box] : []));
  if (boxes.length > 0) return known;
  for (const segments of above) {
    const named = segments.filter(({ tag }) => tag === 'RFF').flatMap(boxNamedBy);
    if (named.length > 0) return named;
  }
  return [];
}

function readBox(group: SegmentGroup, at: string, context: EdifactContext): ReportedBox | null {
  const [equipment, ...segments] = group;
  const box = describeBox(
    { at, equipment, segments, find: findIn(segments), span: spanOf(group) },
    [],
    context,
  );
  return box?.equipment ? { ...box, equipment: box.equipment } : null;
}

function boxNamedBy(rff: EdifactSegment): ReportedBox[] {
  const number = rff.read(0, 1);
  if (number === null || !BOX_REFERENCES.has(rff.read(0)?.toUpperCase() ?? '')) return [];
  const parsed = parseContainerNumber(number);
  return parsed.ok
    ? [{ equipment: container(parsed.value), loadState: null, documents: [], quantity: null }]
    : [];
}
