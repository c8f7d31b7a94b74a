import { compactNumber } from 'graph-schema/codes/parsed';
import { claim, transport } from 'graph-schema/domain/claim';
import type { ResolvedPlace } from 'graph-schema/domain/resolve-place';
import type { EventClassifier } from 'graph-schema/domain/event-code';
import type { EventTime, LoadState, TransportRef } from 'graph-schema/domain/tracking-event';
import { loadCodeList } from 'graph-schema/reference/code-list';
import { readEquipment } from '../../claims/x12/equipment.ts';
import type { X12Context } from '../../claims/x12/interchange.ts';
import { findTag, splitLoops, type X12Loop } from '../../claims/x12/loops.ts';
import { readGoods } from '../../claims/x12/goods.ts';
import { readMeaning } from '../../claims/x12/meaning.ts';
import { railPapers } from '../../claims/x12/rail.ts';
import { distinct, readReferences } from '../../claims/x12/references.ts';
import { emptyUnit, type X12Unit } from '../../claims/x12/set-reader.ts';
import type { X12Set } from '../../syntax/x12/envelope.ts';
import type { X12Segment } from '../../syntax/x12/segment.ts';

const CONSIST_TYPES = loadCodeList('x12-418/consist-type');
const DATES = loadCodeList('x12/date-374');
const LOAD_STATES = loadCodeList('x12/load-578');

/** What BAX says of the train. */
interface Train {
  readonly transport: TransportRef;
  readonly classifier: EventClassifier;
  readonly time: EventTime;
  readonly from: ResolvedPlace | null;
  readonly to: ResolvedPlace | null;
}

/**
 * Rail advance interchange consist: the cars of a train in their order, which is the order of the segments.
 *
 *   BAX * to * type * 374 qualifier * date * time * train * from
 *   { W1 { W2 * initial * number * * 40 kind * 578 load … [W3] [N9] [L5] } }
 */
export function readConsist(set: X12Set, context: X12Context): X12Unit[] {
  const { head, loops } = splitLoops(set.segments, 'W2');
  const bax = findTag(head, 'BAX');
  if (!bax) {
    context.findings.add('MISSING_FIELD', 'ERROR', set.at, 'train (BAX)', set.span);
    return loops.map(({ span }) => emptyUnit(span));
  }
  const train = readTrain(bax, `${set.at}/BAX`, context);
  return loops.map((loop, index) => {
    const at = `${set.at}/W2[${index + 1}]`;
    return train ? readCar(loop, index + 1, train, at, context) : emptyUnit(loop.span);
  });
}

function readTrain(bax: X12Segment, at: string, context: X12Context): Train | null {
  const where = { at, span: bax };
  const type = bax.code(2) ?? '';
  const row = CONSIST_TYPES.find(type);
  if (!row) context.findings.unmapped(CONSIST_TYPES, type, at, bax);
  const to = context.placesAndTimes.place({ qualifier: 'SL', code: bax.code(1) }, where);
  const from = context.placesAndTimes.place({ qualifier: 'SL', code: bax.code(7) }, where);
  const dated = DATES.find(bax.code(3) ?? '')?.canonical;
  const { classifier } = readMeaning(dated ?? row?.canonical ?? 'PLANNED');
  // The date of an arrival is on the clock of the place that the train comes to.
  const place = classifier === 'ACTUAL' ? from : to;
  const time = context.placesAndTimes.time({ date: bax.read(4), time: bax.read(5) }, place, where);
  const number = bax.read(6);
  const departureDate = time?.local.slice(0, 10) ?? null;
  const train = number === null ? null : compactNumber(number);
  return (
    time && {
      transport: transport({ mode: 'RAIL', train, departureDate: train && departureDate }),
      classifier: classifier === 'ACTUAL' ? 'ACTUAL' : 'PLANNED',
      time,
      from,
      to,
    }
  );
}

function readCar(
  { first, segments, span }: X12Loop,
  position: number,
  { transport: run, classifier, time, from, to }: Train,
  at: string,
  context: X12Context,
): X12Unit {
  const written = { initial: first.read(1), number: first.read(2), kind: first.code(4) };
  const equipment = readEquipment(written, { at, span: first }, context, 'WAGON');
  if (!equipment) return emptyUnit(span);
  const load = first.code(5);
  const row = load === null ? null : LOAD_STATES.find(load);
  if (load !== null && !row) context.findings.unmapped(LOAD_STATES, load, at, first);
  const papers = readReferences(segments, 'RAIL', null, at, context).filter(
    ({ scheme }) => scheme !== 'RAIL_NOTE',
  );
  const event = claim({
    code: 'MANIFESTED',
    classifier,
    time,
    place: from?.ref ?? null,
    equipment,
    loadState: (row?.canonical ?? null) as LoadState | null,
    transport: { ...run, wagon: equipment.kind === 'WAGON' ? equipment.reference : null },
    documents: distinct([...railPapers(segments, null), ...papers]),
    from: from?.ref ?? null,
    to: to?.ref ?? null,
    goods: readGoods(segments),
    stowage: String(position),
    rawCode: '418',
  });
  return { events: [event], span };
}
