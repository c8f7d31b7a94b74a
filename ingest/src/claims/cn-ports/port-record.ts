import { parseDeclarationNumber } from 'graph-schema/codes/china-declaration';
import { parseTransitNumber } from 'graph-schema/codes/china-transit';
import { compactNumber, type Parsed } from 'graph-schema/codes/parsed';
import { parseTruckPlate } from 'graph-schema/codes/truck-plate';
import { documentRef, party, transport } from 'graph-schema/domain/claim';
import type { ResolvedPlace } from 'graph-schema/domain/resolve-place';
import { resolveCustomsOffice } from 'graph-schema/domain/resolve-place';
import type {
  DocumentRef,
  EquipmentRef,
  EventTime,
  LoadState,
  PartyRef,
  Quantity,
  TransportRef,
} from 'graph-schema/domain/tracking-event';
import { loadCodeList } from 'graph-schema/reference/code-list';
import type { Where } from '../claim-context.ts';
import { readBox } from '../ports/box.ts';
import { readBill, readBooking } from '../ports/document.ts';
import { readVessel } from '../ports/vessel.ts';
import type { PortContext } from './interpret-named.ts';
import { readMoment } from './moment.ts';
import type { NamedRecord } from './named-fields.ts';

const LOAD_STATES = loadCodeList('cn-ports/load-states');

/** Papers whose number needs no more than its letters and digits. */
const PLAIN = [
  ['deliveryOrder', 'DELIVERY_ORDER', '提货单号'],
  ['eir', 'EIR', '设备交接单号'],
  ['gatePass', 'GATE_PASS', '核放单号'],
  ['house', 'HOUSE_BILL', '分提单号'],
  ['roadNote', 'ROAD_NOTE', '运单号'],
  ['certificate', 'CERTIFICATE', '证书编号'],
  ['ledger', 'CERTIFICATE', '电子底账数据号'],
  ['application', 'REFERENCE', '报检号'],
] as const;

/** Every paper that a record names; numbers that are none of their kind are told. */
export function readPortDocuments(record: NamedRecord, where: Where, context: PortContext): DocumentRef[] {
  const documents = PLAIN.flatMap(([field, scheme, declaredAs]) => {
    const number = compactNumber(
      record.text(field) ?? (field === 'application' ? applicationOf(record) : ''),
    );
    return /^(?=.*[1-9])[A-Z0-9+]{3,40}$/.test(number) ? [documentRef(scheme, number, { declaredAs })] : [];
  });
  const checked = (
    field: string,
    scheme: 'DECLARATION' | 'TRANSIT',
    declaredAs: string,
    parse: (raw: string) => Parsed<string>,
  ): DocumentRef[] => {
    const written = record.text(field);
    const number = written === null ? null : parse(written);
    if (number && !number.ok)
      context.findings.add(number.problem, 'WARNING', `${where.at}/${field}`, written, where.span);
    return number?.ok ? [documentRef(scheme, number.value, { declaredAs })] : [];
  };
  const bill = readBill(record.text('bill'), '提单号', where, context);
  const booking = readBooking(record.text('booking'), '订舱号', where, context);
  return [
    ...documents,
    ...checked('declaration', 'DECLARATION', '报关单号', parseDeclarationNumber),
    ...checked('transit', 'TRANSIT', '转关单号', parseTransitNumber),
    ...[bill, booking].filter((document) => document !== null),
  ];
}

/** The number of an electronic ledger 电子底账 begins with that of the application 报检号. */
function applicationOf(record: NamedRecord): string {
  const ledger = compactNumber(record.text('ledger') ?? '');
  return /^\d{18}$/.test(ledger) ? ledger.slice(0, 15) : '';
}

/** Boxes of a record; size and seals belong to one only where there is one. */
export function readPortBoxes(record: NamedRecord, where: Where, context: PortContext): EquipmentRef[] {
  const numbers = record.texts('container').filter((text) => text !== '');
  return numbers.flatMap((number) => {
    const isOnly = numbers.length === 1;
    const sizeType = isOnly ? record.text('sizeType') : null;
    return readBox({ number, sizeType, seals: isOnly ? record.texts('seal') : [] }, where, context) ?? [];
  });
}

export function readPortLoadState(record: NamedRecord, where: Where, context: PortContext): LoadState | null {
  const written = record.text('loadState')?.toUpperCase() ?? null;
  const known = written === null ? null : LOAD_STATES.find(written);
  if (written !== null && !known) context.findings.unmapped(LOAD_STATES, written, where.at, where.span);
  return (known?.canonical ?? null) as LoadState | null;
}

/** The terminal, depot or checkpoint by the code of the sender, in its port or under its customs office. */
export function readPortPlace(
  record: NamedRecord,
  where: Where,
  { placesAndTimes, places }: PortContext,
  field = 'facility',
): ResolvedPlace | null {
  const site = record.text(field);
  const port = record.text('port');
  const office = record.text('customs');
  const facility = site === null ? null : ({ scheme: 'LOCAL', code: site.toUpperCase() } as const);
  const code = port ?? site;
  const found = code === null ? null : placesAndTimes.place(code, facility, where);
  if (office === null || !/^\d{4}$/.test(office)) return found;
  const customs = resolveCustomsOffice(office, places);
  if (!found) return customs;
  return {
    ref: { ...found.ref, customsOffice: office, raw: customs.place ? null : found.ref.raw },
    place: found.place ?? customs.place,
  };
}

/** The time of a field; null with a finding. */
export function readPortTime(
  record: NamedRecord,
  place: ResolvedPlace | null,
  where: Where,
  { placesAndTimes, findings }: PortContext,
  field = 'time',
): EventTime | null {
  const written = record.text(field);
  if (written !== null) return placesAndTimes.time(readMoment(written), written, place, where);
  findings.add('MISSING_FIELD', 'ERROR', `${where.at}/${field}`, null, where.span);
  return null;
}

export function readTruck(record: NamedRecord): TransportRef | null {
  const written = record.text('plate');
  const plate = written === null ? '' : parseTruckPlate(written).value;
  return plate === '' ? null : transport({ mode: 'TRUCK', plate });
}

export function readShip(record: NamedRecord, where: Where, context: PortContext): TransportRef | null {
  const [identity, name, voyage] = [record.text('imo'), record.text('vessel'), record.text('voyage')];
  return readVessel({ mode: 'VESSEL', identity, isCallSign: false, name, voyage }, where, context);
}

export function readPortParties(record: NamedRecord): PartyRef[] {
  const named = [
    ['CONSIGNOR', 'consignor'],
    ['CONSIGNEE', 'consignee'],
    ['FORWARDER', 'forwarder'],
    ['CARRIER', 'carrier'],
  ] as const;
  return named.flatMap(([role, field]) => {
    const name = record.text(field);
    return name === null ? [] : [party(role, { name })];
  });
}

export function readPortQuantity(record: NamedRecord): Quantity | null {
  const pieces = record.number('pieces');
  const grossKg = record.number('grossKg');
  return pieces || grossKg ? { pieces: pieces || null, grossKg: grossKg || null, ofPieces: null } : null;
}
