import { claim, container } from 'graph-schema/domain/claim';
import type { DocumentRef, Reason, TrackingEvent } from 'graph-schema/domain/tracking-event';
import { loadCodeList } from 'graph-schema/reference/code-list';
import type { Where } from '../../claims/claim-context.ts';
import { flattenLocation } from '../../claims/dcsa/location.ts';
import type { MessageReader } from '../../claims/dcsa/message-reader.ts';
import { asObject, objectsOf, textOf, textsOf, type JsonObject } from '../../syntax/json-fields.ts';
import { classifiedTime } from './schedule.ts';

const TYPES = loadCodeList('dcsa-arrival-notice-1/free-time-types');
const MOST = 200;

/**
 * Until when the boxes may stay without a charge: the last free day, for each kind of charge and each box that the
 * condition names. A duration alone ends nowhere: when it begins is prose (`calculationBasis`), and said as such.
 */
export function freeTimeClaims(
  notice: JsonObject,
  transport: JsonObject,
  documents: readonly DocumentRef[],
  where: Where,
  reader: MessageReader,
): TrackingEvent[] {
  const place = reader.place(flattenLocation(asObject(transport['portOfDischarge'])), where);
  const conditions = objectsOf(notice['freeTimes'] ?? notice['freetime']).slice(0, MOST);
  const claims = conditions.flatMap((condition, index): TrackingEvent[] => {
    const field = `freeTimes[${index}].lastFreeDate`;
    const last = condition['lastFreeDateTime'] ?? condition['lastFreeDate'];
    const dated = classifiedTime(last, place, field, where, reader);
    const length = durationOf(condition);
    if (!dated) {
      reader.findings.add('UNSUPPORTED', 'INFO', `${where.at}.${field}`, length, where.span);
      return [];
    }
    const types = textsOf(condition['typeCodes'] ?? condition['freetimeTypeCode']);
    const boxes = textsOf(condition['equipmentReferences']).slice(0, MOST);
    const text =
      [length, textOf(condition, 'calculationBasis')].filter((part) => part !== null).join(': ') || null;
    return (types.length > 0 ? types : [null]).slice(0, 5).flatMap((type) => {
      const row = type === null ? null : TYPES.find(type);
      if (type !== null && !row) reader.findings.unmapped(TYPES, type, `${where.at}.${field}`, where.span);
      const reason: Reason = { scheme: 'FREE_TIME', code: row?.canonical ?? type, text };
      const common = {
        code: 'FREE_TIME_ENDS' as const,
        time: dated.time,
        // The last free day is a term, not a forecast; only what is over is actual.
        classifier: dated.classifier === 'ACTUAL' ? ('ACTUAL' as const) : ('PLANNED' as const),
        place: place?.ref ?? null,
        documents,
        reason,
        rawCode: type,
      };
      if (boxes.length === 0) return [claim(common)];
      return boxes.map((box) => claim({ ...common, equipment: container(reader.container(box, where)) }));
    });
  });
  const order = classifiedTime(
    transport['generalOrderDateTime'],
    place,
    'generalOrderDateTime',
    where,
    reader,
  );
  if (!order) return claims;
  const reason: Reason = { scheme: 'FREE_TIME', code: 'GENERAL_ORDER', text: null };
  const { time } = order;
  const atOrder = { time, classifier: 'PLANNED', place: place?.ref ?? null, documents, reason } as const;
  return [...claims, claim({ code: 'FREE_TIME_ENDS', ...atOrder, rawCode: 'generalOrderDateTime' })];
}

function durationOf(condition: JsonObject): string | null {
  const length = textOf(condition, 'duration', 'quantity');
  const unit = textOf(condition, 'timeUnit', 'unitOfMeasure');
  return length === null ? null : `${length} ${unit ?? ''}`.trim();
}
