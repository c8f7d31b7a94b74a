import { goods, party, transport } from 'graph-schema/domain/claim';
import type {
  EquipmentRef,
  GoodsRef,
  LoadState,
  Measurement,
  PartyRef,
  Quantity,
  TransportMode,
  TransportRef,
} from 'graph-schema/domain/tracking-event';
import { compactNumber, normaliseText } from 'graph-schema/codes/parsed';
import { parseImo } from 'graph-schema/codes/imo';
import { parseUld } from 'graph-schema/codes/uld';
import { loadCodeList } from 'graph-schema/reference/code-list';
import { textOf } from './layout.ts';
import { boxOf, numberOf, trainNumberOf, wagonOf } from './cells.ts';
import type { RowReading } from './row-reading.ts';
import { unmapped, warn, wordOf, type RowScope } from './row-scope.ts';
import { readTableClock } from './row-time.ts';

const MODES = loadCodeList('tables/modes');
const LOAD_STATES = loadCodeList('tables/load-states');

/** How it travels: as the table says, else by what it travels with. */
export function modeOf(at: RowScope): TransportMode | null {
  const written = at.cell('mode');
  if (written) {
    const known = MODES.find(wordOf(written))?.canonical;
    if (known) return known as TransportMode;
    unmapped(at, MODES, 'mode', written);
  }
  if (at.cell('vessel') ?? at.cell('imo') ?? at.cell('voyage')) return 'VESSEL';
  if (at.cell('flight') ?? at.cell('awb')) return 'AIR';
  if (at.cell('train') ?? at.cell('wagon') ?? at.cell('note')) return 'RAIL';
  return at.cell('plate') ? 'TRUCK' : null;
}

/** What carried it; null where the row names no mode and nothing that has one. */
export function transportOf(at: RowReading, mode: TransportMode | null): TransportRef | null {
  if (!mode) return null;
  const imo = at.cell('imo');
  const ship = imo ? parseImo(imo) : null;
  if (imo && ship && !ship.ok) warn(at, ship.problem, 'imo', imo);
  const text = (field: string): string | null => normaliseText(at.cell(field) ?? '') || null;
  const train = trainNumberOf(at);
  const flight = compactNumber(at.cell('flight') ?? '') || null;
  return transport({
    mode,
    vesselImo: ship?.value || null,
    vesselName: text('vessel'),
    callSign: text('callSign'),
    voyage: compactNumber(at.cell('voyage') ?? '') || null,
    flight,
    train,
    departureDate: train || flight ? departureDateOf(at, train !== null) : null,
    wagon: wagonOf(at),
    plate: text('plate'),
  });
}

/**
 * Numbers of trains and flights recur daily: without the date the run cannot be told from yesterday's. Where no column is
 * for it (开行日期) it is the day on which the row says that the run left its origin (发车), as planned before as it was.
 */
function departureDateOf(at: RowReading, isTrain: boolean): string | null {
  const written = at.cell('departureDate');
  const date = written ? dayOf(written, at) : dayLeft(at);
  if (!date && (isTrain || written))
    warn(at, written ? 'BAD_TIME' : 'MISSING_FIELD', 'departureDate', written);
  return date;
}

function dayLeft(at: RowReading): string | null {
  const columns = at.layout.events.filter(({ code, place }) => code === 'DEPARTED' && place === 'from');
  for (const told of ['PLANNED', 'ACTUAL'] as const) {
    for (const { classifier, column } of columns) {
      const written = classifier === told ? textOf(at.row.cells[column]) : null;
      const day = written ? dayOf(written, at) : null;
      if (day) return day;
    }
  }
  return null;
}

function dayOf(written: string, { dateFormats, receivedAt }: RowReading): string | null {
  return readTableClock(written, dateFormats, receivedAt)?.local.slice(0, 10) ?? null;
}

/** The box, wagon, unit or trailer that a row is about. */
export function equipmentOf(at: RowReading): EquipmentRef | null {
  const box = boxOf(at);
  if (box) return box;
  const uld = at.cell('uld');
  if (uld) {
    const parsed = parseUld(uld);
    if (!parsed.ok) warn(at, parsed.problem, 'uld', uld);
    return unit('ULD', parsed.value || compactNumber(uld));
  }
  const wagon = wagonOf({ ...at, findings: at.silent });
  if (wagon) return unit('WAGON', wagon);
  const trailer = compactNumber(at.cell('trailer') ?? '');
  return trailer ? unit('TRAILER', trailer) : null;
}

function unit(kind: EquipmentRef['kind'], reference: string): EquipmentRef {
  return { kind, reference, sizeType: null, seals: [] };
}

export function loadStateOf(at: RowScope): LoadState | null {
  const written = at.cell('loadState');
  if (!written) return null;
  const known = LOAD_STATES.find(wordOf(written))?.canonical;
  if (!known) unmapped(at, LOAD_STATES, 'loadState', written);
  return (known ?? null) as LoadState | null;
}

export function quantityOf(at: RowScope): Quantity | null {
  const pieces = numberOf(at, 'pieces');
  const grossKg = numberOf(at, 'grossKg');
  return pieces === null && grossKg === null ? null : { pieces, grossKg, ofPieces: null };
}

export function goodsOf(at: RowScope): readonly GoodsRef[] {
  const hsCode = at.cell('hsCode')?.replaceAll(/\D/g, '') || null;
  const un = /(\d{4})/.exec(at.cell('unNumber') ?? '')?.[1] ?? null;
  const description = at.cell('goods');
  if (!hsCode && !un && !description) return [];
  return [goods({ description, hsCode, unNumber: un, packageType: at.cell('packageType') })];
}

const ROLES = [
  ['consignor', 'CONSIGNOR'],
  ['consignee', 'CONSIGNEE'],
  ['notify', 'NOTIFY'],
  ['carrier', 'CARRIER'],
  ['forwarder', 'FORWARDER'],
] as const;

export function partiesOf(at: RowScope): readonly PartyRef[] {
  return ROLES.flatMap(([field, role]) => {
    const name = at.cell(field);
    return name ? [party(role, { name })] : [];
  });
}

export function measurementsOf(at: RowScope): readonly Measurement[] {
  const written = at.cell('temperature');
  const value = written
    ? /^-?\d+(?:[.,]\d+)?/.exec(written.normalize('NFKC').replaceAll(' ', ''))?.[0]
    : undefined;
  if (written && value === undefined) warn(at, 'BAD_SYNTAX', 'temperature', written);
  if (value === undefined) return [];
  return [{ kind: 'TEMPERATURE', name: null, value: Number(value.replace(',', '.')), unit: 'Cel' }];
}
