import { carrierOfBill } from 'graph-schema/codes/ocean-bill';
import type { TrackingEvent } from 'graph-schema/domain/tracking-event';
import { edifactCodeFor } from 'graph-schema/reference/edifact-told-as';
import { findPlaceView } from '../journey/place-view.ts';
import { equipment, grossWeight, seals } from './equipment.ts';
import type { EdiMessage } from './interchange.ts';
import { location } from './location.ts';
import { means } from './means.ts';
import { dateTime } from './moment.ts';
import { references, type ToldPaper } from './papers.ts';
import { segment, type Segment } from './segment.ts';
import type { ToldHead, Writing } from './told.ts';

/** 3224 in D.95B; RFF of a box. */
const PLACE_NAME = 17;
const MOST_REFERENCES = 9;

/**
 * A claim as CODECO D.95B, by the manual ITG14: one box that passed a gate, in each message. Null: it is no such move, of no box, or not
 * yet done.
 *
 *   BGM [TDT+20] NAD+MS [NAD+CF] EQD { RFF } DTM+7 LOC+165 LOC+9 LOC+11 MEA { SEL } [TDT+1] CNT
 */
export function gateMessage(event: TrackingEvent, papers: readonly ToldPaper[], head: ToldHead, writing: Writing): EdiMessage | null {
  const { fit, places } = writing;
  const { reference, recordedAt } = head;
  const name = edifactCodeFor('CODECO', event);
  const box = event.equipment && equipment(event.equipment, event.loadState, fit);
  if (!name || !event.equipment || !box) return null;
  // A ship brings nothing to a gate: it is the one that the box is meant for, or came on.
  const { transport: on } = event;
  const where = [
    location('165', event.place, PLACE_NAME, writing),
    location('9', event.from, PLACE_NAME, writing),
    location('11', event.to, PLACE_NAME, writing),
  ];
  return {
    type: 'CODECO',
    reference,
    recordedAt,
    segments: [
      segment('BGM', name.code, reference, head.function),
      ...(on?.mode === 'VESSEL' ? [means('20', on, writing)] : []),
      segment('NAD', 'MS', ['THROUGHLINE', '160', 'ZZZ']),
      ...operatorOf(papers),
      box,
      ...references(papers, MOST_REFERENCES, writing),
      dateTime('7', event.time, findPlaceView(event.place, places)?.zone ?? null, true),
      ...where.flatMap((one) => one ?? []),
      ...(event.quantity ? grossWeight(event.quantity) : []),
      ...seals(event.equipment, fit),
      ...(on && on.mode !== 'VESSEL' ? [means('1', on, writing)] : []),
      segment('CNT', ['16', '1']),
    ],
  };
} // prettier-ignore

/** Whose bill it is tells who runs the box. */
function operatorOf(papers: readonly ToldPaper[]): Segment[] {
  const bill = papers.find(({ scheme }) => scheme === 'MASTER_BILL');
  const found = bill ? carrierOfBill(bill.number) : null;
  return found?.exact ? [segment('NAD', 'CF', [found.carrier.scac, '160', '182'])] : [];
}
