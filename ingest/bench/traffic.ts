import { createHash } from 'node:crypto';
import { containerCheckDigit } from 'graph-schema/codes/iso6346';
import { mulberry32 } from 'graph-schema/testing/mulberry32';

/** One message as a sender pushes it. */
export interface TrafficMessage {
  readonly source: 'bench-carrier' | 'bench-terminal';
  readonly bytes: Buffer;
}

export interface TrafficOptions {
  /** Which block of traffic: boxes, bills and bookings of two blocks differ. */
  readonly block: number;
  /** Boxes, each making two trips. */
  readonly boxes: number;
  readonly eventsPerArray?: number;
  readonly boxesPerInterchange?: number;
}

interface Gate {
  readonly direction: 'IN' | 'OUT';
  readonly box: string;
  readonly full: boolean;
  readonly at: number;
  readonly place: string;
  readonly booking: string;
}
interface CarrierEvent {
  readonly at: number;
  readonly body: object;
}

const DAY = 86_400_000;
const MINUTE = 60_000;
const START = Date.parse('2025-01-06T00:00:00Z');
const VESSELS = [['9074729', 'BENCH ALPHA'], ['9321483', 'BENCH BRAVO'], ['9454436', 'BENCH CHARLIE']] as const; // prettier-ignore
const TERMINALS: Readonly<Record<string, string>> = { CNNBO: 'NBCT', SGSIN: 'PSAP', NLRTM: 'ECTD' };

/**
 * What a carrier and its terminals push about boxes that make two trips each: booking, empty pick-up, gate-in, load,
 * transshipment, discharge, gate-out, empty return, sixteen events of the carrier a trip, and the four gate moves once
 * more from the terminal. Trips begin on different days and messages follow the calendar, so that each message tells
 * of many trips and each trip is told by many messages. The same options give the same bytes.
 */
export function trafficBlock(options: TrafficOptions): TrafficMessage[] {
  const { block, boxes, eventsPerArray = 500, boxesPerInterchange = 150 } = options;
  const random = mulberry32(block + 1);
  const events: CarrierEvent[] = [];
  const gates: Gate[] = [];
  for (let index = 0; index < boxes; index += 1) {
    const serial = block * boxes + index;
    const first10 = `TLNU${String(serial % 1_000_000).padStart(6, '0')}`;
    const box = `${first10}${containerCheckDigit(first10)}`;
    let start = START + Math.floor(random() * 40 * DAY);
    for (let trip = 0; trip < 2; trip += 1) {
      const number = String(serial * 2 + trip).padStart(8, '0');
      tellTrip({ box, booking: `BKN${number}`, bill: `TLNE${number}01`, start, random }, events, gates);
      start += (48 + Math.floor(random() * 20)) * DAY;
    }
  }
  events.sort((a, b) => a.at - b.at);
  const messages: { at: number; message: TrafficMessage }[] = [];
  for (let i = 0; i < events.length; i += eventsPerArray) {
    const part = events.slice(i, i + eventsPerArray);
    const bytes = Buffer.from(JSON.stringify(part.map((event) => event.body)));
    messages.push({ at: part.at(-1)?.at ?? 0, message: { source: 'bench-carrier', bytes } });
  }
  for (const [name, list] of groupGates(gates)) {
    for (let i = 0; i < list.length; i += boxesPerInterchange) {
      const part = list.slice(i, i + boxesPerInterchange);
      const bytes = Buffer.from(codeco(`${block}${name.slice(0, 2)}${name.at(-1)}${i}`, part));
      messages.push({ at: part.at(-1)?.at ?? 0, message: { source: 'bench-terminal', bytes } });
    }
  }
  return messages.sort((a, b) => a.at - b.at).map(({ message }) => message);
}

interface Trip {
  readonly box: string;
  readonly booking: string;
  readonly bill: string;
  readonly start: number;
  readonly random: () => number;
}

function tellTrip(trip: Trip, events: CarrierEvent[], gates: Gate[]): void {
  const { box, booking, bill, start, random } = trip;
  const at = (day: number) =>
    Math.floor((start + day * DAY + Math.floor(random() * 600) * MINUTE) / MINUTE) * MINUTE;
  const [first, second] = [vessel(start), vessel(start + 9 * DAY)];
  const named = [{ documentReferenceType: 'BKG', documentReferenceValue: booking }];
  const both = [...named, { documentReferenceType: 'TRD', documentReferenceValue: bill }];
  const add = (when: number, kind: string, body: object, documentReferences: object) => {
    const common = {
      eventID: uuid(`${bill} ${events.length}`),
      eventType: kind,
      eventCreatedDateTime: iso(when + 50 * MINUTE),
      eventDateTime: iso(when),
      eventClassifierCode: 'ACT',
      documentReferences,
    };
    events.push({ at: when, body: { ...common, ...body } });
  };
  const paper = (day: number, code: string, type: string, id: string, references: object) =>
    add(at(day), 'SHIPMENT', { shipmentEventTypeCode: code, documentTypeCode: type, documentID: id }, references); // prettier-ignore
  const move = (day: number, code: string, place: string, laden: boolean, ship: Vessel | null, bound: string) => {
    const when = at(day);
    add(when, 'EQUIPMENT', equipment(code, box, place, laden, ship, bound), laden ? both : named);
    if (code === 'GTIN' || code === 'GTOT')
      gates.push({ direction: code === 'GTIN' ? 'IN' : 'OUT', box, full: laden, at: when + MINUTE, place, booking });
  }; // prettier-ignore
  const sail = (day: number, code: string, place: string, ship: Vessel, classifier: string) => {
    const call = transportCall(place, ship, code === 'ARRI' ? 'importVoyageNumber' : 'exportVoyageNumber');
    add(at(day), 'TRANSPORT', { eventClassifierCode: classifier, transportEventTypeCode: code, transportCall: call }, both); // prettier-ignore
  };
  paper(0, 'RECE', 'BKG', booking, named);
  paper(0.5, 'CONF', 'BKG', booking, named);
  move(1, 'GTOT', 'CNNBO', false, null, 'exportVoyageNumber');
  move(3, 'GTIN', 'CNNBO', true, first, 'exportVoyageNumber');
  move(5, 'LOAD', 'CNNBO', true, first, 'exportVoyageNumber');
  paper(6, 'ISSU', 'TRD', bill, both);
  sail(6, 'DEPA', 'CNNBO', first, 'ACT');
  sail(11, 'ARRI', 'SGSIN', first, 'ACT');
  move(12, 'DISC', 'SGSIN', true, first, 'importVoyageNumber');
  move(14, 'LOAD', 'SGSIN', true, second, 'exportVoyageNumber');
  sail(15, 'DEPA', 'SGSIN', second, 'ACT');
  sail(31, 'ARRI', 'NLRTM', second, 'EST');
  sail(33, 'ARRI', 'NLRTM', second, 'ACT');
  move(34, 'DISC', 'NLRTM', true, second, 'importVoyageNumber');
  move(37, 'GTOT', 'NLRTM', true, null, 'importVoyageNumber');
  move(40, 'GTIN', 'NLRTM', false, null, 'importVoyageNumber');
}

interface Vessel {
  readonly imo: string;
  readonly name: string;
  readonly voyage: string;
}

/** A weekly service: the ship and voyage of the week. */
function vessel(at: number): Vessel {
  const week = Math.floor((at - START) / (7 * DAY));
  const [imo, name] = VESSELS[week % VESSELS.length] ?? VESSELS[0];
  return { imo, name, voyage: `${String(week).padStart(3, '0')}W` };
}

function equipment(code: string, box: string, place: string, laden: boolean, ship: Vessel | null, bound: string) {
  return {
    equipmentEventTypeCode: code,
    equipmentReference: box,
    ISOEquipmentCode: '45G1',
    emptyIndicatorCode: laden ? 'LADEN' : 'EMPTY',
    ...(laden && { seals: [{ sealNumber: `NB${box.slice(-7)}`, sealSource: 'CAR' }] }),
    eventLocation: { locationName: place, UNLocationCode: place },
    transportCall: ship
      ? transportCall(place, ship, bound)
      : { ...transportCall(place, null, bound), modeOfTransport: 'TRUCK' },
  };
} // prettier-ignore

function transportCall(place: string, ship: Vessel | null, bound: string) {
  return {
    transportCallID: uuid(`${place} ${ship?.name ?? ''} ${ship?.voyage ?? ''}`),
    UNLocationCode: place,
    facilityCode: TERMINALS[place],
    facilityCodeListProvider: 'SMDG',
    facilityTypeCode: 'POTE',
    modeOfTransport: 'VESSEL',
    location: { locationName: place, UNLocationCode: place },
    ...(ship && { [bound]: ship.voyage, vessel: { vesselIMONumber: ship.imo, vesselName: ship.name } }),
  };
}

/** One list of gate moves for each terminal and direction, in order of time. */
function groupGates(gates: readonly Gate[]): Map<string, Gate[]> {
  const groups = new Map<string, Gate[]>();
  for (const gate of [...gates].sort((a, b) => a.at - b.at)) {
    const name = `${gate.direction}${gate.full ? 'F' : 'E'}${gate.place}`;
    const list = groups.get(name);
    if (list) list.push(gate);
    else groups.set(name, [gate]);
  }
  return groups;
}

/** One interchange with one gate report of many boxes. */
function codeco(reference: string, gates: readonly Gate[]): string {
  const segments = [
    'UNH+1+CODECO:D:95B:UN:SMDG15',
    `BGM+${gates[0]?.direction === 'IN' ? 34 : 36}+G${reference}+9`,
    'NAD+CF+TLNE:160:20',
  ];
  for (const { box, booking, at, place, full } of gates) {
    segments.push(
      `EQD+CN+${box}+45G1:102:5++2+${full ? 5 : 4}`,
      `RFF+BN:${booking}`,
      `DTM+7:${iso(at).replace(/\D/g, '').slice(0, 12)}:203`,
      `LOC+165+${place}:139:6+${TERMINALS[place] ?? ''}:TER:ZZZ`,
      'TDT+1++3++HAULX:172:87+++B12345:146:87',
    );
  }
  segments.push(`CNT+16:${gates.length}`, `UNT+${segments.length + 2}+1`);
  return `UNA:+.? '${['UNB+UNOA:2+BENCHTERM+TLNE+250106:0000+' + reference, ...segments, `UNZ+1+${reference}`].join("'\n")}'\n`;
}

function iso(at: number): string {
  return new Date(at).toISOString().replace('.000Z', 'Z');
}

function uuid(name: string): string {
  const hex = createHash('sha256').update(name).digest('hex');
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-4${hex.slice(13, 16)}-8${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
}
