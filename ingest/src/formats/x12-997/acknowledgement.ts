import type { ReadMessage } from 'graph-schema/domain/message';
import { loadCodeList } from 'graph-schema/reference/code-list';
import type { X12Context } from '../../claims/x12/interchange.ts';
import type { X12Set } from '../../syntax/x12/envelope.ts';
import type { X12Segment } from '../../syntax/x12/segment.ts';

const VERDICTS = loadCodeList('x12-997/verdicts');

/** Which element of a segment is the verdict. */
const VERDICT_ELEMENTS: Readonly<Record<string, number>> = { AK5: 1, IK5: 1, AK9: 1, TA1: 4, OTI: 1 };

/**
 * Answers to what was sent: they say nothing of cargo. A refusal is worth knowing.
 *
 *   AK1 * group * reference   { AK2 * set * reference   { AK3 { AK4 } }   AK5 * verdict * error … }   AK9 * verdict * …
 *   TA1 * reference * date * time * verdict * error        824: OTI * verdict * 128 qualifier * number
 */
export function readAcknowledgement(set: X12Set, { findings, tally }: X12Context): readonly ReadMessage[] {
  let answered = '';
  let errors: string[] = [];
  for (const segment of set.segments) {
    if (segment.tag === 'AK1' || segment.tag === 'AK2') {
      answered = `${segment.read(1) ?? ''} ${segment.read(2) ?? ''}`;
      errors = [];
    }
    if (segment.tag === 'AK3' || segment.tag === 'IK3') errors.push(segmentError(segment));
    const element = VERDICT_ELEMENTS[segment.tag];
    const code = element === undefined ? null : segment.code(element);
    if (code === null) continue;
    const verdict = VERDICTS.find(`${segment.tag} ${code}`) ?? VERDICTS.find(code);
    const what =
      segment.tag === 'TA1'
        ? (segment.read(1) ?? '')
        : segment.tag === 'OTI'
          ? (segment.read(3) ?? '')
          : answered;
    const at = `${set.at}/${segment.tag}`;
    if (!verdict) findings.unmapped(VERDICTS, code, at, segment);
    else if (verdict.canonical === 'REJECTED')
      findings.add('UNSUPPORTED', 'INFO', at, [what, verdict.meaning, ...errors].join(': '), segment);
  }
  tally.withoutContent();
  return [];
}

/** `B4 at 2 (8)`: the segment, its place in the set, and the error code. */
function segmentError(segment: X12Segment): string {
  return `${segment.read(1) ?? '?'} at ${segment.read(2) ?? '?'} (${segment.read(4) ?? '-'})`;
}
