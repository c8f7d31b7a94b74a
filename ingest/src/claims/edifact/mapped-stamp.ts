import type { CodeList } from 'graph-schema/reference/code-list';
import type { EdifactSegment } from '../../syntax/edifact/segment.ts';
import type { Findings } from '../../syntax/findings.ts';

/**
 * A time by a qualifier that an operator gave this meaning, for senders who use none of the list. Qualifiers that nobody
 * knows are told, so that one can be given a meaning.
 */
export function mappedStamp(
  list: CodeList,
  meaning: string,
  segments: readonly EdifactSegment[],
  at: string,
  findings: Findings,
): EdifactSegment | null {
  for (const segment of segments) {
    const qualifier = segment.tag === 'DTM' ? segment.read(0) : null;
    if (qualifier === null) continue;
    const row = list.find(qualifier);
    if (row?.canonical === meaning) return segment;
    if (!row) findings.unmapped(list, qualifier, `${at}/DTM`, segment, 'INFO');
  }
  return null;
}
