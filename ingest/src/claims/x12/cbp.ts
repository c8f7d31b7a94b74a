import { transport } from 'graph-schema/domain/claim';
import type { ResolvedPlace } from 'graph-schema/domain/resolve-place';
import type {
  DocumentRef,
  EquipmentRef,
  TransportMode,
  TransportRef,
} from 'graph-schema/domain/tracking-event';
import { loadCodeList } from 'graph-schema/reference/code-list';
import { compactNumber } from 'graph-schema/codes/parsed';
import type { X12Segment } from '../../syntax/x12/segment.ts';
import type { Where } from '../claim-context.ts';
import { readEquipment } from './equipment.ts';
import type { X12Context } from './interchange.ts';
import { findTag, splitLoops, type X12Loop } from './loops.ts';
import { distinct, readDocument } from './references.ts';
import { readShip } from './vessel.ts';

const MODES = loadCodeList('x12/mode-91');
const ENTRY_TYPES = loadCodeList('x12/entry-type-581');

/** Who brings what M10 names, and by which ship, train or truck. */
export interface Conveyance {
  readonly scac: string | null;
  readonly transport: TransportRef | null;
}

/**
 *   M10 * SCAC * 91 mode * country * vessel code * name * voyage or trip * manifest * …
 */
export function readConveyance(segments: readonly X12Segment[], at: string, context: X12Context): Conveyance {
  const m10 = findTag(segments, 'M10');
  if (!m10) return { scac: null, transport: null };
  const scac = m10.code(1);
  const mode = (MODES.find(m10.code(2) ?? '')?.canonical ?? 'VESSEL') as TransportMode;
  if (mode === 'VESSEL' || mode === 'BARGE') return { scac, transport: readShip(m10, at, context) };
  const trip = m10.read(6);
  const train = mode === 'RAIL' && trip !== null ? compactNumber(trip) : null;
  return { scac, transport: transport({ mode, train }) };
}

/** One P4 loop, the port of the United States that it names, and what follows. */
export interface PortLoop {
  readonly at: string;
  readonly p4: X12Segment | null;
  readonly port: ResolvedPlace | null;
  readonly segments: readonly X12Segment[];
}

/**
 *   P4 * Schedule D port * date * quantity * FIRMS code
 *
 * What stands before the first P4 belongs to no port.
 */
export function readPorts(
  segments: readonly X12Segment[],
  at: string,
  context: X12Context,
): readonly PortLoop[] {
  const { head, loops } = splitLoops(segments, 'P4');
  const ports = loops.map(({ first, segments: own }, index) => {
    const where = { at: `${at}/P4[${index + 1}]`, span: first };
    const port = context.placesAndTimes.place({ qualifier: 'D', code: first.code(1) }, where);
    return { at: where.at, p4: first, port, segments: own };
  });
  return [{ at, p4: null, port: null, segments: head }, ...ports];
}

/**
 * A bill by its number and the SCAC of who issued it. Where a set names a second bill for the consolidation, that one is
 * the master and the first is a house bill of it.
 */
export function readBills(
  bill: { readonly number: string | null; readonly scac: string | null },
  master: { readonly number: string | null; readonly scac: string | null },
  where: Where,
  context: X12Context,
): readonly DocumentRef[] {
  const read = (scheme: string, number: string | null, scac: string | null): DocumentRef | null =>
    number === null ? null : readDocument(scheme, number, 'bill of lading', scac, where, context);
  if (master.number === null) return distinct([read('MASTER_BILL', bill.number, bill.scac)]);
  const house = bill.number === null ? null : withPrefix(bill.number, bill.scac);
  return distinct([
    read('HOUSE_BILL', house, null),
    read('MASTER_BILL', master.number, master.scac ?? bill.scac),
  ]);
}

/** How the loop of a bill begins: the bills that it is of, and the number under which they move in bond. */
interface BillHead {
  readonly m11: X12Segment | null;
  readonly m12: X12Segment | null;
  readonly m13: X12Segment | null;
  readonly bills: readonly DocumentRef[];
  readonly inBond: DocumentRef | null;
}

/**
 *   [M11 * bill * … * (11) master * SCAC * SCAC of the master]  [M13 * SCAC * port * type * bill * … * (7) action]
 *   [M21 * 581 type * port * SCAC * bill * * (6) control number]  [M12 * 581 type * in-bond number * … * (6) control number]
 *
 * The SCAC is that of the conveyance where the bill names none; `numberIs`: what the number of M12 is where no type says it.
 */
export function readBillHead(
  { segments, span }: Pick<X12Loop, 'segments' | 'span'>,
  scac: string | null,
  numberIs: 'DECLARATION' | 'TRANSIT',
  at: string,
  context: X12Context,
): BillHead {
  const [m11, m12, m13, m21] = ['M11', 'M12', 'M13', 'M21'].map((tag) => findTag(segments, tag));
  const bill = m11
    ? { number: m11.read(1), scac: m11.code(12) ?? scac }
    : { number: m13?.read(4) ?? m21?.read(4) ?? null, scac: m13?.code(1) ?? m21?.code(3) ?? scac };
  const master = { number: m11?.read(11) ?? null, scac: m11?.code(13) ?? scac };
  const number = m12?.read(2) ?? m12?.read(6) ?? m21?.read(6) ?? null;
  return {
    m11: m11 ?? null,
    m12: m12 ?? null,
    m13: m13 ?? null,
    bills: readBills(bill, master, { at, span }, context),
    inBond: readEntry(
      m12?.code(1) ?? null,
      number,
      { at: `${at}/M12`, span: m12 ?? span },
      context,
      numberIs,
    ),
  };
}

/** House bills are known by the SCAC of who issued them before their number; many senders write both in one. */
function withPrefix(number: string, scac: string | null): string {
  return scac === null || compactNumber(number).startsWith(scac) ? number : `${scac}${number}`;
}

/** An entry or in-bond number, by its type of entry (581): 61, 62 and 63 move in bond. `otherwise`: where no type says it. */
export function readEntry(
  type: string | null,
  number: string | null,
  where: Where,
  context: X12Context,
  otherwise: 'DECLARATION' | 'TRANSIT' = 'DECLARATION',
): DocumentRef | null {
  if (number === null) return null;
  const row = type === null ? null : ENTRY_TYPES.find(type);
  if (type !== null && !row) context.findings.unmapped(ENTRY_TYPES, type, where.at, where.span);
  const scheme = row?.canonical ?? otherwise;
  return readDocument(scheme, number, 'customs entry', null, where, context);
}

/**
 *   VID * 40 kind * initial * number * seal * seal * … * (9) type * (10) load
 */
export function readVid(vid: X12Segment, at: string, context: X12Context): EquipmentRef | null {
  if (vid.read(3) === null) return null;
  const seals = [vid.read(4), vid.read(5)].flatMap((seal) => seal ?? []);
  const written = {
    kind: vid.code(1),
    initial: vid.read(2),
    number: vid.read(3),
    sizeType: vid.read(9),
    seals,
  };
  return readEquipment(written, { at, span: vid }, context);
}
