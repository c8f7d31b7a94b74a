import { claim, goods } from 'graph-schema/domain/claim';
import type { GoodsRef, TrackingEvent } from 'graph-schema/domain/tracking-event';
import { loadCodeList } from 'graph-schema/reference/code-list';
import {
  readBillHead,
  readConveyance,
  readPorts,
  readVid,
  type Conveyance,
  type PortLoop,
} from '../../claims/x12/cbp.ts';
import { dangerousGoods, harmonised, joinLines } from '../../claims/x12/goods.ts';
import type { X12Context } from '../../claims/x12/interchange.ts';
import { allTags, splitLoops, type X12Loop } from '../../claims/x12/loops.ts';
import { meaningsOf } from '../../claims/x12/meaning.ts';
import { readParties } from '../../claims/x12/parties.ts';
import { kilograms, quantityOf, readNumber } from '../../claims/x12/quantity.ts';
import { distinct } from '../../claims/x12/references.ts';
import { emptyUnit, sentTime, type X12Unit } from '../../claims/x12/set-reader.ts';
import type { X12Set } from '../../syntax/x12/envelope.ts';
import type { X12Segment } from '../../syntax/x12/segment.ts';

const AMENDMENTS = loadCodeList('x12-309/amendment-306');

/**
 * US customs manifest: the bills that a ship brings to each port.
 *
 *   M10   { P4 { LX [M13 * SCAC * port * 580 type * bill * quantity * 393 reason * 306 action]
 *     M11 * bill * Schedule K port * quantity * unit * weight * unit * volume * unit * 582 type * place of receipt * master * SCAC
 *     { N1 N3 N4 } [M12] { VID { N10 { H1 } } } } }
 */
export function readManifest(set: X12Set, context: X12Context): X12Unit[] {
  const conveyance = readConveyance(set.segments, set.at, context);
  return readPorts(set.segments, set.at, context).flatMap((port) => {
    const bills = splitLoops(port.segments, 'LX').loops.map((loop, index) =>
      readBill(loop, set, port, conveyance, `${port.at}/LX[${index + 1}]`, context),
    );
    return [...readArrival(port, conveyance, context), ...bills];
  });
}

/** When the ship is expected at the port: a claim about the run, which all that is aboard inherits. */
function readArrival({ p4, port, at }: PortLoop, { transport }: Conveyance, context: X12Context): X12Unit[] {
  const date = p4?.read(2) ?? null;
  if (!p4 || date === null || !transport?.voyage || !(transport.vesselImo ?? transport.vesselName)) return [];
  const time = context.placesAndTimes.time({ date, time: null }, port, { at, span: p4 });
  if (!time) return [emptyUnit(p4)];
  const place = port?.ref ?? null;
  const event = claim({ code: 'ARRIVED', classifier: 'ESTIMATED', time, place, transport, rawCode: 'P4' });
  return [{ events: [event], span: p4 }];
}

function readBill(
  loop: X12Loop,
  set: X12Set,
  { port }: PortLoop,
  { scac, transport }: Conveyance,
  at: string,
  context: X12Context,
): X12Unit {
  const { segments, span } = loop;
  const { m11, m12, m13, bills, inBond } = readBillHead(loop, scac, 'DECLARATION', at, context);
  if (bills.length === 0) {
    context.findings.add('MISSING_FIELD', 'ERROR', at, 'bill of lading (M1101)', span);
    return emptyUnit(span);
  }
  const time = sentTime(set, context);
  if (!time) {
    context.findings.add('MISSING_FIELD', 'ERROR', set.at, 'date of the manifest (GS04)', span);
    return emptyUnit(span);
  }
  const lading = m11 ? { qualifier: 'K', code: m11.code(2), name: m11.read(10) } : {};
  const from = m11?.read(2) ? context.placesAndTimes.place(lading, { at: `${at}/M11`, span: m11 }) : null;
  const base = {
    classifier: 'ACTUAL' as const,
    time,
    documents: distinct([...bills, inBond]),
    contents: allTags(segments, 'VID').flatMap((vid) => readVid(vid, `${at}/VID`, context) ?? []),
    transport,
    from: from?.ref ?? null,
    to: port?.ref ?? null,
    parties: readParties(segments, at, context),
    goods: readGoods(segments),
    quantity: quantityOf(
      readNumber(m11?.read(3) ?? null),
      kilograms(m11?.read(5) ?? null, m11?.code(6) ?? null),
    ),
  };
  const action = m13?.code(7) ?? null;
  const said =
    action === null || !m13
      ? [{ code: 'MANIFEST_SUBMITTED' as const, reason: null }]
      : meaningsOf(
          [AMENDMENTS],
          action,
          { at: `${at}/M13`, span: m13 },
          context.findings,
          'UNMAPPED_DOCUMENT',
        );
  const events: TrackingEvent[] = said.map(({ code, reason }) =>
    claim({ ...base, code, reason, rawCode: action ?? '309' }),
  );
  if (inBond?.scheme === 'TRANSIT')
    events.push(claim({ ...base, code: 'TRANSIT_DECLARED', goods: [], rawCode: m12?.code(1) ?? null }));
  return { events, span };
}

/** An N10 with a quantity begins a line of goods; those without one go on with its description. */
function readGoods(segments: readonly X12Segment[]): readonly GoodsRef[] {
  const lines: X12Segment[][] = [];
  for (const segment of segments) {
    if (segment.tag === 'N10' && (segment.read(1) !== null || lines.length === 0)) lines.push([segment]);
    else if (segment.tag === 'N10' || segment.tag === 'H1') lines.at(-1)?.push(segment);
  }
  return lines.map((line) => {
    const first = line[0];
    return goods({
      description: joinLines(line.map((segment) => (segment.tag === 'N10' ? segment.read(2) : null))),
      hsCode: harmonised(first?.read(5) ?? null, first?.code(4) ?? null),
      pieces: readNumber(first?.read(1) ?? null),
      grossKg: kilograms(first?.read(8) ?? null, first?.code(7) ?? null),
      unNumber: dangerousGoods(line),
    });
  });
}
