import { containerCheckDigit } from '../../codes/iso6346.ts';
import { container, documentRef, transport } from '../../domain/claim.ts';
import type { DocumentRef, EquipmentRef, TransportRef } from '../../domain/tracking-event.ts';

/** The numbers of one history: no other history has any of them, so that thousands lie side by side in one graph. */
export interface Names {
  box(index: number): EquipmentRef;
  bill(index: number): DocumentRef;
  house(index: number): DocumentRef;
  booking(index: number): DocumentRef;
  railNote(index: number): DocumentRef;
  declaration(index: number): DocumentRef;
  roadNote(index: number): DocumentRef;
  awb(index: number): DocumentRef;
  /** A trader's own number: several histories have the same, as orders are numbered alike everywhere. */
  order(): DocumentRef;
  /** The ship that all cargoes of a round are on. */
  sailing(round: number): TransportRef;
  /** An earlier ship, known by her name alone. */
  rolledFrom(round: number): TransportRef;
  /** The same ship, by somebody who does not know on which voyage it is. */
  ship(): TransportRef;
  /** Another ship from the hub on, known by its name alone. */
  onward(index: number): TransportRef;
  train(index: number): TransportRef;
  /** The flight of one air waybill, on a day. */
  flight(index: number, at: number): TransportRef;
  /** The wagon that a box stands on, known by its number alone. */
  wagon(index: number): string;
  /** A sender's reference of a message. */
  thread(index: number): string;
}

const OWNERS = ['CBHU', 'TLNU', 'TBJU', 'CSQU', 'TGHU', 'OOLU'] as const;
/** So many histories have a trader's number in common. */
const SHARE_AN_ORDER = 7;

export function namesOf(history: number): Names {
  const own = String(history).padStart(6, '0');
  const of = (prefix: string) => (index: number) => prefix + own + String(index).padStart(2, '0');
  const bill = of('COSU64');
  const house = of('JLRH');
  const booking = of('82');
  const railNote = of('');
  const declaration = of('3104202610');
  const roadNote = of('CMR');
  const imo = own + String([...own].reduce((sum, digit, at) => sum + Number(digit) * (7 - at), 0) % 10);
  return {
    box(index) {
      const first10 = (OWNERS[index % OWNERS.length] ?? OWNERS[0]) + own;
      return container(first10 + String(containerCheckDigit(first10)));
    },
    bill: (index) => documentRef('MASTER_BILL', bill(index)),
    house: (index) => documentRef('HOUSE_BILL', house(index)),
    booking: (index) => documentRef('BOOKING', booking(index)),
    railNote: (index) => documentRef('RAIL_NOTE', railNote(index)),
    declaration: (index) => documentRef('DECLARATION', declaration(index)),
    roadNote: (index) => documentRef('ROAD_NOTE', roadNote(index)),
    awb(index) {
      const serial = `${index % 10}${own}`;
      return documentRef('AWB', `${176 + Math.floor(index / 10)}${serial}${Number(serial) % 7}`);
    },
    order: () => documentRef('REFERENCE', `PO${Math.floor(history / SHARE_AN_ORDER)}`),
    sailing: (round) => transport({ mode: 'VESSEL', vesselImo: imo, voyage: `${own}${round}W` }),
    rolledFrom: (round) =>
      transport({ mode: 'VESSEL', vesselName: `MERIDIAN ${own}`, voyage: `${own}${round}A` }),
    ship: () => transport({ mode: 'VESSEL', vesselImo: imo }),
    onward: (index) => transport({ mode: 'VESSEL', vesselName: `KAPOK ${own}`, voyage: `${own}${index}F` }),
    train: (index) =>
      transport({ mode: 'RAIL', train: `X8${own}`, departureDate: `2026-03-${String(10 + index)}` }),
    flight: (index, at) =>
      transport({
        mode: 'AIR',
        flight: `KX${own}${index}`,
        departureDate: new Date(at).toISOString().slice(0, 10),
      }),
    wagon: (index) => `${5 + (index % 5)}${own}`,
    thread: (index) => `GO${own}-${index}`,
  };
}
