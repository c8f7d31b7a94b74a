import { claim, goods } from 'graph-schema/domain/claim';
import type { EventCode } from 'graph-schema/domain/event-code';
import type { CodeRow } from 'graph-schema/reference/code-list';
import { loadCodeList } from 'graph-schema/reference/code-list';
import type { PortContext, ReadNamedRecord } from '../../claims/cn-ports/interpret-named.ts';
import type { NamedRecord } from '../../claims/cn-ports/named-fields.ts';
import { portOutcome, withoutField } from '../../claims/cn-ports/port-claims.ts';
import {
  readPortBoxes,
  readPortDocuments,
  readPortParties,
  readPortPlace,
  readPortQuantity,
  readPortTime,
} from '../../claims/cn-ports/port-record.ts';
import { NOTHING } from '../../syntax/units.ts';

const RESULTS = loadCodeList('cn-quarantine-json/results');

/** One result; where it is to be inspected (口岸, 目的地) stands in the reason. */
export function readResult(context: PortContext): ReadNamedRecord {
  const { findings } = context;
  return (record, where) => {
    const written = record.text('result')?.normalize('NFKC') ?? null;
    const documents = readPortDocuments(record, where, context);
    if (written === null) return withoutField('result', where, context);
    if (documents.length === 0) return withoutField('application', where, context);
    const place = readPortPlace(record, where, context);
    const time = readPortTime(record, place, where, context);
    if (!time) return NOTHING;
    const row = findResult(written);
    if (!row) findings.unmapped(RESULTS, written, where.at, where.span);
    const words = [row?.meaningZh ?? written, record.text('remark')];
    const event = claim({
      code: (row?.canonical ?? 'UNMAPPED_DOCUMENT') as EventCode,
      classifier: 'ACTUAL',
      time,
      place: place?.ref ?? null,
      documents,
      contents: readPortBoxes(record, where, context),
      quantity: readPortQuantity(record),
      parties: readPortParties(record),
      goods: goodsOf(record),
      reason: {
        scheme: 'CIQ',
        code: row?.code ?? null,
        text: words.filter((word) => word !== null).join(' '),
      },
      rawCode: written,
    });
    return portOutcome([event], time, where);
  };
}

/** `1 口岸查验` is code and words; either alone is enough. */
function findResult(written: string): CodeRow | null {
  const whole = RESULTS.find(written.toUpperCase());
  if (whole) return whole;
  for (const part of written.toUpperCase().split(/[\s:：\-—]+/)) {
    const row = RESULTS.find(part);
    if (row) return row;
  }
  return null;
}

function goodsOf(record: NamedRecord) {
  const description = record.text('goods');
  return description === null ? [] : [goods({ description })];
}
