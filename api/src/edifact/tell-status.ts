import type { TrackingEvent } from 'graph-schema/domain/tracking-event';
import { edifactCodeFor, type EdifactCode } from 'graph-schema/reference/edifact-told-as';
import { findPlaceView } from '../journey/place-view.ts';
import { equipment, grossWeight, seals } from './equipment.ts';
import type { EdiMessage } from './interchange.ts';
import { location } from './location.ts';
import { means } from './means.ts';
import { dateTime, dayAlone, utcMoment } from './moment.ts';
import { references, type ToldPaper } from './papers.ts';
import { parties } from './parties.ts';
import { segment, type Component, type Segment } from './segment.ts';
import { codeFor, textFor, type ToldHead, type Writing } from './told.ts';

/** 3224 and 1153 in D.00B. */
const PLACE_NAME = 70;
const MOST_REFERENCES = 99;

/**
 * A claim as IFTSTA D.00B: one status, of one box or of a paper, in each message. Null: the message has no word for it, or it names
 * neither box nor paper.
 *
 *   BGM DTM+137 CNI STS { RFF } DTM+334 { NAD } LOC+175 [TDT [DTM] LOC+9 LOC+11] [EQD MEA SEL] [GID MEA]
 */
export function statusMessage(event: TrackingEvent, papers: readonly ToldPaper[], head: ToldHead, writing: Writing): EdiMessage | null {
  const { fit, places } = writing;
  const { reference, recordedAt } = head;
  const status = edifactCodeFor('IFTSTA', event);
  if (!status) return null;
  const rff = references(papers, MOST_REFERENCES, writing);
  const box = event.equipment && equipment(event.equipment, event.loadState, fit);
  // What happened to a thing that the message cannot name did not happen to its whole consignment.
  if ((event.equipment && !box) || (!box && rff.length === 0)) return null;
  const place = location('175', event.place, PLACE_NAME, writing);
  return {
    type: 'IFTSTA',
    reference,
    recordedAt,
    segments: [
      segment('BGM', '23', reference, head.function),
      utcMoment('137', recordedAt),
      segment('CNI', '1', codeFor(consignmentNumber(papers), 35, fit)),
      segment('STS', '1', [status.code, null, status.agency], reasonOf(event, status, fit)),
      ...rff,
      dateTime('334', event.time, findPlaceView(event.place, places)?.zone ?? null, false),
      ...parties(event.parties, fit),
      ...(place ? [place] : []),
      ...carriageOf(event, writing),
      ...thingsOf(event, box, fit),
    ],
  };
} // prettier-ignore

/** CNI 1004: a bill or an air waybill, which is known by its shape. */
function consignmentNumber(papers: readonly ToldPaper[]): string | null {
  return papers.find(({ scheme }) => scheme === 'MASTER_BILL' || scheme === 'AWB')?.number ?? null;
}

/** 9013 and 9012; of a code that is the status itself nothing is left to say. */
function reasonOf({ reason }: TrackingEvent, { code }: EdifactCode, fit: Writing['fit']): readonly Component[] | null {
  if (!reason || reason.code === code) return null;
  const [said, text] = [codeFor(reason.code, 3, fit), textFor(reason.text, 256, fit)];
  return said === null && text === null ? null : [said, null, null, text];
} // prettier-ignore

/**
 * The means and the route. The date of a train or flight is said without the place that it leaves from: beside it, it would be a
 * time of departure that nobody stated.
 */
function carriageOf({ transport: on, from, to }: TrackingEvent, writing: Writing): Segment[] {
  const date = on?.departureDate ?? null;
  const places = [
    date === null ? location('9', from, PLACE_NAME, writing) : null,
    location('11', to, PLACE_NAME, writing),
  ].flatMap((one) => one ?? []);
  if (!on) return places.length > 0 ? [segment('TDT', '20'), ...places] : [];
  return [means(on.mode === 'TRUCK' ? '1' : '20', on, writing), ...(date === null ? [] : [dayAlone('189', date)]), ...places];
} // prettier-ignore

/** The box with its weight and seals; pieces need a goods item, and then the weight stands with them. */
function thingsOf({ equipment: of, quantity }: TrackingEvent, box: Segment | null, fit: Writing['fit']): Segment[] {
  const pieces = quantity?.pieces ?? null;
  const weight = quantity ? grossWeight(quantity) : [];
  const isItem = pieces !== null || (!box && weight.length > 0);
  return [
    ...(box ? [box, ...(isItem ? [] : weight), ...(of ? seals(of, fit) : [])] : []),
    ...(isItem ? [segment('GID', '1', pieces === null ? null : String(pieces)), ...weight] : []),
  ];
} // prettier-ignore
