import { carrierOfBill } from 'graph-schema/codes/ocean-bill';
import { isDerived, type FactClaim } from 'graph-schema/domain/journey/facts';
import { edifactCodeFor } from 'graph-schema/reference/edifact-told-as';
import { eventUuid } from '../events/event-id.ts';
import { findPlaceView } from '../journey/place-view.ts';
import { equipment, grossWeight, seals } from './equipment.ts';
import type { EdiMessage } from './interchange.ts';
import { location } from './location.ts';
import { means } from './means.ts';
import { dateTime } from './moment.ts';
import { papersOf, references, type ToldPaper } from './papers.ts';
import { segment, type Segment } from './segment.ts';
import type { Telling } from './told.ts';

/** 3224 in D.95B; RFF of a box. */
const PLACE_NAME = 17;
const MOST_REFERENCES = 9;

/**
 * A claim as CODECO D.95B, by the manual ITG14: one box that passed a gate, in each message. Null: it is no such move, of no box, not
 * yet done, or this service worked it out itself.
 *
 *   BGM [TDT+20] NAD+MS [NAD+CF] EQD { RFF } DTM+7 LOC+165 LOC+9 LOC+11 MEA { SEL } [TDT+1] CNT
 */
export function tellGateMove(claim: FactClaim, telling: Telling): EdiMessage | null {
  const { event, voices } = claim;
  const [first] = voices;
  const name = edifactCodeFor('CODECO', event);
  if (!name || !first || !event.equipment || isDerived(claim)) return null;
  const { fit, places, shipment } = telling;
  const box = equipment(event.equipment, event.loadState, fit);
  if (!box) return null;
  const reference = eventUuid(shipment.id, claim.id).replaceAll('-', '').toUpperCase();
  const papers = papersOf(event, telling);
  // A ship brings nothing to a gate: it is the one that the box is meant for, or came on.
  const { transport: on } = event;
  const where = [
    location('165', event.place, PLACE_NAME, telling),
    location('9', event.from, PLACE_NAME, telling),
    location('11', event.to, PLACE_NAME, telling),
  ];
  return {
    type: 'CODECO',
    reference,
    recordedAt: Date.parse(first.receivedAt),
    segments: [
      segment('BGM', name.code, reference, '9'),
      ...(on?.mode === 'VESSEL' ? [means('20', on, telling)] : []),
      segment('NAD', 'MS', ['THROUGHLINE', '160', 'ZZZ']),
      ...operatorOf(papers),
      box,
      ...references(papers, MOST_REFERENCES, telling),
      dateTime('7', event.time, findPlaceView(event.place, places)?.zone ?? null, true),
      ...where.flatMap((one) => one ?? []),
      ...(event.quantity ? grossWeight(event.quantity) : []),
      ...seals(event.equipment, fit),
      ...(on && on.mode !== 'VESSEL' ? [means('1', on, telling)] : []),
      segment('CNT', ['16', '1']),
    ],
  };
}

/** Whose bill it is tells who runs the box. */
function operatorOf(papers: readonly ToldPaper[]): Segment[] {
  const bill = papers.find(({ scheme }) => scheme === 'MASTER_BILL');
  const found = bill ? carrierOfBill(bill.number) : null;
  return found?.exact ? [segment('NAD', 'CF', [found.carrier.scac, '160', '182'])] : [];
}
