import { claim } from 'graph-schema/domain/claim';
import {
  readBillHead,
  readConveyance,
  readPorts,
  type Conveyance,
  type PortLoop,
} from '../../claims/x12/cbp.ts';
import type { X12Context } from '../../claims/x12/interchange.ts';
import { findTag, splitLoops, type X12Loop } from '../../claims/x12/loops.ts';
import { readParties } from '../../claims/x12/parties.ts';
import { distinct, readReferences } from '../../claims/x12/references.ts';
import { emptyUnit, sentTime, type X12Unit } from '../../claims/x12/set-reader.ts';
import type { X12Set } from '../../syntax/x12/envelope.ts';

/**
 * US customs in-bond information: a carrier asks to move a bill in bond to another port.
 *
 *   M10 { P4 { [LX] [M13 * SCAC * port * type * bill] [M21 * 581 type * port * SCAC * bill * * (6) control number]
 *     M12 * 581 type * in-bond number * Schedule D port of destination * Schedule K port abroad * value * control number  { N9 } { N1 } } }
 */
export function readInBond(set: X12Set, context: X12Context): X12Unit[] {
  const conveyance = readConveyance(set.segments, set.at, context);
  return readPorts(set.segments, set.at, context).flatMap((port) => {
    const tag = ['LX', 'M21', 'M12'].find((one) => findTag(port.segments, one)) ?? 'LX';
    return splitLoops(port.segments, tag).loops.map((loop, index) =>
      readMovement(loop, set, port, conveyance, `${port.at}/${tag}[${index + 1}]`, context),
    );
  });
}

function readMovement(
  loop: X12Loop,
  set: X12Set,
  { port }: PortLoop,
  { scac, transport }: Conveyance,
  at: string,
  context: X12Context,
): X12Unit {
  const { segments, span } = loop;
  const { m12, bills, inBond } = readBillHead(loop, scac, 'TRANSIT', at, context);
  const documents = distinct([inBond, ...bills, ...readReferences(segments, 'OCEAN', scac, at, context)]);
  const time = sentTime(set, context);
  if (!m12 || !time || documents.length === 0) {
    context.findings.add('MISSING_FIELD', 'ERROR', at, 'in-bond number (M1202)', span);
    return emptyUnit(span);
  }
  const to = context.placesAndTimes.place({ qualifier: 'D', code: m12.code(3) }, { at, span: m12 });
  const event = claim({
    code: 'TRANSIT_DECLARED',
    classifier: 'ACTUAL',
    time,
    place: port?.ref ?? null,
    documents,
    transport,
    from: port?.ref ?? null,
    to: to?.ref ?? null,
    parties: readParties(segments, at, context),
    rawCode: m12.code(1),
  });
  return { events: [event], span };
}
