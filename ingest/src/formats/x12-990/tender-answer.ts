import { claim, transport } from 'graph-schema/domain/claim';
import { loadCodeList } from 'graph-schema/reference/code-list';
import type { X12Context } from '../../claims/x12/interchange.ts';
import { splitLoops } from '../../claims/x12/loops.ts';
import { meaningsOf } from '../../claims/x12/meaning.ts';
import { distinct, readReferences } from '../../claims/x12/references.ts';
import { roadNotes } from '../../claims/x12/road.ts';
import { emptyUnit, sentTime, type X12Unit } from '../../claims/x12/set-reader.ts';
import type { X12Set } from '../../syntax/x12/envelope.ts';

const ACTIONS = loadCodeList('x12-990/action-558');

/**
 * Whether a carrier takes a load.
 *
 *   B1 * SCAC * shipment * date * 558 action    { N9 }    [V9] [K1]
 */
export function readTenderAnswer(set: X12Set, context: X12Context): X12Unit[] {
  return splitLoops(set.segments, 'B1').loops.map(({ first, segments, span }) => {
    const at = `${set.at}/B1`;
    const scac = first.code(1);
    const code = first.code(4);
    const references = readReferences(segments, 'ROAD', scac, set.at, context);
    const documents = distinct([...roadNotes(null, first.read(2), scac), ...references]);
    if (code === null || documents.length === 0) {
      const missing = code === null ? 'answer (B104)' : 'number of the shipment (B102)';
      context.findings.add('MISSING_FIELD', 'ERROR', at, missing, span);
      return emptyUnit(span);
    }
    const date = first.read(3);
    // The answer was given when it was sent; B103 is the day, which says less.
    const time =
      sentTime(set, context) ?? context.placesAndTimes.time({ date, time: null }, null, { at, span: first });
    if (!time) return emptyUnit(span);
    const remark = segments.find(({ tag }) => tag === 'K1')?.read(1) ?? null;
    const events = meaningsOf(
      [ACTIONS],
      code,
      { at, span: first },
      context.findings,
      'UNMAPPED_DOCUMENT',
    ).map((meaning) =>
      claim({
        code: meaning.code,
        classifier: 'ACTUAL',
        time,
        documents,
        transport: transport({ mode: 'TRUCK' }),
        reason: remark === null ? null : { scheme: null, code: null, text: remark },
        rawCode: code,
      }),
    );
    return { events, span };
  });
}
