import { claim } from 'graph-schema/domain/claim';
import type { EquipmentRef, EventTime } from 'graph-schema/domain/tracking-event';
import {
  readBills,
  readConveyance,
  readPorts,
  readVid,
  type Conveyance,
  type PortLoop,
} from '../../claims/x12/cbp.ts';
import type { X12Context } from '../../claims/x12/interchange.ts';
import { splitLoops, type X12Loop } from '../../claims/x12/loops.ts';
import { quantityOf, readNumber } from '../../claims/x12/quantity.ts';
import { emptyUnit, sentTime, type X12Unit } from '../../claims/x12/set-reader.ts';
import type { X12Set } from '../../syntax/x12/envelope.ts';

/** A bill rides in some cars of the train; more would only make every claim of a long set longer. */
const MOST_CARS = 60;

/**
 * US customs consist: which bills cross the border in which cars of a train whose bills were filed before.
 *
 *   M10 { P4 * port * date { [LX] VID * kind * initial * number … { MBL * SCAC * bill * action * * * pieces [M13] { VID } } } }
 */
export function readCustomsConsist(set: X12Set, context: X12Context): X12Unit[] {
  const conveyance = readConveyance(set.segments, set.at, context);
  return readPorts(set.segments, set.at, context).flatMap((port) => readPort(port, set, conveyance, context));
}

function readPort(port: PortLoop, set: X12Set, conveyance: Conveyance, context: X12Context): X12Unit[] {
  const time = arrivalTime(port, set, context);
  let cars: readonly EquipmentRef[] = [];
  const units: X12Unit[] = [];
  // A car stands before the bills that ride in it; a VID after a bill is that bill's own.
  const { loops } = splitLoops(port.segments, 'VID', 'MBL', 'LX');
  loops.forEach((loop, index) => {
    const at = `${port.at}/${loop.first.tag}[${index + 1}]`;
    if (loop.first.tag === 'LX') cars = [];
    else if (loop.first.tag === 'VID') {
      const car = readVid(loop.first, at, context);
      const before = loops[index - 1]?.first.tag === 'VID' ? cars : [];
      cars = car && before.length < MOST_CARS ? [...before, car] : before;
      if (car && cars === before)
        context.findings.addOnce(
          'UNSUPPORTED',
          'WARNING',
          port.at,
          `more than ${MOST_CARS} cars of a bill`,
          loop.span,
        );
    } else if (time) units.push(readBill(loop, port, conveyance, { time, cars }, at, context));
    else {
      context.findings.addOnce('MISSING_FIELD', 'ERROR', set.at, 'date of the consist (P402)', set.span);
      units.push(emptyUnit(loop.span));
    }
  });
  return units;
}

/** When the train is expected at the border, else when the consist was sent. */
function arrivalTime({ p4, port, at }: PortLoop, set: X12Set, context: X12Context): EventTime | null {
  const date = p4?.read(2) ?? null;
  const planned =
    p4 && date !== null ? context.placesAndTimes.time({ date, time: null }, port, { at, span: p4 }) : null;
  return planned ?? sentTime(set, context);
}

function readBill(
  { first, span }: X12Loop,
  { port }: PortLoop,
  { scac, transport }: Conveyance,
  { time, cars }: { readonly time: EventTime; readonly cars: readonly EquipmentRef[] },
  at: string,
  context: X12Context,
): X12Unit {
  const documents = readBills(
    { number: first.read(2), scac: first.code(1) ?? scac },
    { number: first.read(8), scac: first.code(7) },
    { at, span: first },
    context,
  );
  if (documents.length === 0) {
    context.findings.add('MISSING_FIELD', 'ERROR', at, 'bill of lading (MBL02)', span);
    return emptyUnit(span);
  }
  const day = time.local.slice(0, 10);
  const event = claim({
    code: 'MANIFESTED',
    classifier: 'PLANNED',
    time,
    place: port?.ref ?? null,
    documents,
    contents: cars,
    transport: transport && { ...transport, departureDate: transport.train === null ? null : day },
    quantity: quantityOf(readNumber(first.read(6)), null),
    rawCode: '358',
  });
  return { events: [event], span };
}
