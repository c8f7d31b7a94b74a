import { parseContainerNumber, repairContainerNumber } from 'graph-schema/codes/iso6346';
import { claim, container } from 'graph-schema/domain/claim';
import type { EquipmentRef, Measurement, Reason, TrackingEvent } from 'graph-schema/domain/tracking-event';
import { loadCodeList } from 'graph-schema/reference/code-list';
import type { Where } from '../../claims/claim-context.ts';
import type { PortContext, ReadNamedRecord } from '../../claims/cn-ports/interpret-named.ts';
import { meaningOf } from '../../claims/cn-ports/meaning.ts';
import type { NamedRecord } from '../../claims/cn-ports/named-fields.ts';
import { portOutcome } from '../../claims/cn-ports/port-claims.ts';
import {
  readPortBoxes,
  readPortDocuments,
  readPortLoadState,
  readPortPlace,
  readPortTime,
  readTruck,
} from '../../claims/cn-ports/port-record.ts';
import { withDamages } from '../../claims/ports/damage.ts';
import { NOTHING } from '../../syntax/units.ts';

const DIRECTIONS = loadCodeList('gate-ocr-json/directions');
const RESULTS = loadCodeList('gate-ocr-json/results');
const SEAL_STATES = loadCodeList('gate-ocr-json/seal-states');

type Result = 'OPENED' | 'REFUSED';

/** One truck in one lane: a claim for each box, and one for the pass that it showed. */
export function readPassage(context: PortContext): ReadNamedRecord {
  return (record, where) => {
    const place = readPortPlace(record, where, context) ?? readPortPlace(record, where, context, 'lane');
    const time = readPortTime(record, place, where, context);
    if (!time) return NOTHING;
    const result = meaningOf(RESULTS, record.text('result'), where, context) as Result | null;
    const direction = meaningOf(DIRECTIONS, record.text('direction'), where, context) as
      'GATED_IN' | 'GATED_OUT' | null;
    const documents = readPortDocuments(record, where, context);
    const isRefused = result === 'REFUSED';
    const shared = {
      classifier: 'ACTUAL',
      time,
      place: place?.ref ?? null,
      transport: readTruck(record),
      documents,
      loadState: readPortLoadState(record, where, context),
      reason: isRefused ? refusal(record) : null,
    } as const;
    const read = readBoxes(record, where, context);
    // What the cameras saw on one of two boxes is not said of the other.
    const isOnly = read.length === 1;
    const isBroken = meaningOf(SEAL_STATES, record.text('sealOk'), where, context) === 'BROKEN';
    const marks = isOnly || isRefused ? null : marksOf(record, isBroken);
    const boxes = read.flatMap(({ equipment, written }): TrackingEvent[] => {
      // A lane that does not say which way the box went has seen it all the same.
      const code = isRefused || direction === null ? 'DETECTED' : direction;
      const rawCode =
        [record.text('direction'), record.text('result'), written].filter(Boolean).join('+') || null;
      const reason = shared.reason ?? marks;
      const seen = claim({
        ...shared,
        code,
        equipment,
        measurements: [...weighed(record), ...(isOnly ? sureness(record) : [])],
        reason,
        rawCode,
      });
      const damaged = withDamages([seen], isOnly ? damagesOf(record) : []);
      return isOnly && isBroken ? [...damaged, { ...seen, code: 'TAMPERED', reason: SEAL }] : damaged;
    });
    const pass = documents.find(({ scheme }) => scheme === 'GATE_PASS');
    const used =
      pass && result
        ? [
            claim({
              ...shared,
              code: isRefused ? 'GATE_PASS_REJECTED' : 'GATE_PASS_USED',
              contents: read.map(({ equipment }) => equipment),
              rawCode: record.text('result'),
            }),
          ]
        : [];
    const events = [...boxes, ...used];
    if (events.length === 0) {
      const wanted = 'container, or gate pass with result';
      context.findings.add('MISSING_FIELD', 'ERROR', where.at, wanted, where.span);
      return NOTHING;
    }
    return portOutcome(events, time, where);
  };
}

/** Cameras take O for 0 and the like: a number that becomes a good one by such exchanges is that one, and it is told. */
function readBoxes(
  record: NamedRecord,
  where: Where,
  context: PortContext,
): { readonly equipment: EquipmentRef; readonly written: string | null }[] {
  const repairs = new Map<string, string>();
  const numbers = record.texts('container').map((written) => {
    const repaired = parseContainerNumber(written).ok ? null : repairContainerNumber(written);
    if (repaired === null) return written;
    context.findings.add('BAD_CHECK_DIGIT', 'INFO', where.at, `${written} → ${repaired}`, where.span);
    repairs.set(repaired, written);
    return repaired;
  });
  const repaired = {
    ...record,
    texts: (field: string) => (field === 'container' ? numbers : record.texts(field)),
  };
  return readPortBoxes(repaired, where, context).map((equipment) => ({
    equipment: container(equipment.reference, equipment),
    written: repairs.get(equipment.reference) ?? null,
  }));
}

const SEAL: Reason = { scheme: null, code: null, text: '铅封异常' };

function damagesOf(record: NamedRecord): Reason[] {
  return record
    .texts('damage')
    .filter((text) => text !== '' && !/^(?:无|none|ok|0)$/i.test(text))
    .map((text) => ({ scheme: 'OCR 箱损', code: null, text }));
}

/** Damages and a broken seal on one of several boxes. */
function marksOf(record: NamedRecord, isBroken: boolean): Reason | null {
  const seen = [...damagesOf(record), ...(isBroken ? [SEAL] : [])].map(({ text }) => text);
  return seen.length === 0
    ? null
    : { scheme: 'OCR 箱损', code: null, text: `${seen.join('、')}（车上其中一箱）` };
}

function refusal(record: NamedRecord): Reason {
  const text = [record.text('result'), record.text('remark')].filter((part) => part !== null).join(' ');
  return { scheme: '卡口', code: null, text: text || null };
}

/** How sure the cameras are of the one number that they read. */
function sureness(record: NamedRecord): Measurement[] {
  const value = record.number('confidence');
  return value === null ? [] : [{ kind: 'OTHER', name: '置信度', value, unit: value > 1 ? '%' : '1' }];
}

/** The bridge weighs truck and load together: that is no weight of the cargo. */
function weighed(record: NamedRecord): Measurement[] {
  const value = record.number('weighbridge');
  return value === null || value === 0 ? [] : [{ kind: 'OTHER', name: '地磅', value, unit: 'kg' }];
}
