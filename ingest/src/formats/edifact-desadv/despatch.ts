import { eventTimeAt } from 'graph-schema/domain/event-time';
import { claim } from 'graph-schema/domain/claim';
import type { EventClassifier, EventCode } from 'graph-schema/domain/event-code';
import type { EventTime, TrackingEvent } from 'graph-schema/domain/tracking-event';
import { loadCodeList } from 'graph-schema/reference/code-list';
import { readAdvice, type Advice } from '../../claims/edifact-lists/advice.ts';
import type { EdifactContext } from '../../claims/edifact/interchange.ts';
import { documentTime, type MessageHead } from '../../claims/edifact/message-head.ts';
import type { MessageUnit } from '../../claims/edifact/message-reader.ts';
import { readDateTime } from '../../claims/edifact/segments.ts';

const TIMES = loadCodeList('edifact-advice/dtm-2005');
const DESPATCHES = TIMES.rows
  .filter(({ canonical }) => canonical?.startsWith('DESPATCHED'))
  .map((row) => row.code);

/**
 * The despatch as a whole, one unit: DESPATCHED with goods, parties and all that it is packed in, and when delivery
 * is expected. One unit more for each pallet or parcel (SSCC), so that it is found by its number.
 */
export function readDespatch(head: MessageHead, context: EdifactContext): MessageUnit[] {
  const advice = readAdvice(head, 'DESADV', context);
  const time = documentTime(DESPATCHES, advice.header, head, context);
  if (!time) return [{ events: [], span: head.message.span }];
  const { documents, parties, run, containers, units, lines, quantity } = advice;
  const base = claim({
    code: 'DESPATCHED',
    classifier: isAhead(time, head) ? 'PLANNED' : 'ACTUAL',
    time,
    transport: run,
    documents,
    rawCode: head.code ?? 'DESADV',
  });
  const whole: TrackingEvent = {
    ...base,
    contents: [...containers, ...units.map(({ equipment }) => equipment)],
    quantity,
    parties,
    goods: lines.map((line) => line.goods),
  };
  if (documents.length === 0)
    context.findings.add('MISSING_FIELD', 'ERROR', `${head.message.at}/BGM`, 'number', head.message.span);
  const events = documents.length === 0 ? [] : [whole, ...expected(advice, head, context)];
  const own = units.map(({ equipment, segment, documents: papers }) => ({
    events: [{ ...base, equipment, documents: papers }],
    span: segment,
  }));
  return [{ events, span: head.message.span }, ...own];
}

/** Dates on which the goods shall or will be delivered. */
function expected(advice: Advice, head: MessageHead, { source, findings }: EdifactContext): TrackingEvent[] {
  return advice.header.flatMap((segment): TrackingEvent[] => {
    const meaning = segment.tag === 'DTM' ? TIMES.find(segment.read(0, 0) ?? '')?.canonical : null;
    const [code, classifier] = meaning?.split(':') ?? [];
    if (code !== 'DELIVERED' || !classifier) return [];
    const clock = readDateTime(segment);
    const time = clock && eventTimeAt(clock, null, source.defaultZone);
    if (!time) {
      findings.add('BAD_TIME', 'WARNING', `${head.message.at}/DTM`, segment.read(0, 1), segment);
      return [];
    }
    const { documents, parties } = advice;
    const said = { code: code as EventCode, classifier: classifier as EventClassifier };
    return [claim({ ...said, time, documents, parties, rawCode: segment.read(0, 0) })];
  });
}

/** A despatch after the advice was made is a plan; where either is a bare date, one on a later day. */
function isAhead({ local, instant, precision }: EventTime, { sent, recordedAt }: MessageHead): boolean {
  if (precision === 'DAY' || sent?.precision === 'DAY')
    return sent !== null && local.slice(0, 10) > sent.local.slice(0, 10);
  return recordedAt !== null && instant > recordedAt;
}
