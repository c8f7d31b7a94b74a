import { claim } from 'graph-schema/domain/claim';
import type { EventCode } from 'graph-schema/domain/event-code';
import type { EventTime } from 'graph-schema/domain/tracking-event';
import { loadCodeList } from 'graph-schema/reference/code-list';
import { findByWords } from '../../claims/ports/words.ts';
import {
  readBillHead,
  readConveyance,
  readPorts,
  readVid,
  type Conveyance,
  type PortLoop,
} from '../../claims/x12/cbp.ts';
import type { X12Context } from '../../claims/x12/interchange.ts';
import { allTags, spanOf, splitLoops, type X12Loop } from '../../claims/x12/loops.ts';
import { distinct } from '../../claims/x12/references.ts';
import { emptyUnit, sentTime, type X12Unit } from '../../claims/x12/set-reader.ts';
import type { X12Set } from '../../syntax/x12/envelope.ts';
import type { X12Segment } from '../../syntax/x12/segment.ts';

const WORDS = loadCodeList('x12-355/remark-words');

/**
 * US customs acceptance or rejection: what was wrong with a manifest, an amendment or an in-bond request, told in K1 remarks
 * after the segment that is at fault. A remark that does not say that something was accepted is an error.
 *
 *   M10 { K1 } { P4 { K1 } { LX { M13 | M11 | M12 | VID  { K1 } } } }
 */
export function readManifestAnswer(set: X12Set, context: X12Context): X12Unit[] {
  const time = sentTime(set, context);
  if (!time) {
    context.findings.add('MISSING_FIELD', 'ERROR', set.at, 'date of the answer (GS04)', set.span);
    return [emptyUnit(set.span)];
  }
  const conveyance = readConveyance(set.segments, set.at, context);
  return readPorts(set.segments, set.at, context).flatMap((port) => {
    const { head, loops } = splitLoops(port.segments, 'LX');
    const lines = loops.map((loop, index) =>
      readLine(loop, port, conveyance, time, `${port.at}/LX[${index + 1}]`, context),
    );
    return [...readWhole(head, port, conveyance, time, context), ...lines];
  });
}

/** Remarks about the manifest of the ship as a whole: a claim about the run. */
function readWhole(
  head: readonly X12Segment[],
  { port, at }: PortLoop,
  { transport }: Conveyance,
  time: EventTime,
  context: X12Context,
): X12Unit[] {
  const remarks = allTags(head, 'K1');
  if (remarks.length === 0) return [];
  const span = spanOf(remarks);
  const verdict = verdictOf(remarks);
  if (transport?.voyage == null) {
    context.findings.add('UNSUPPORTED', 'INFO', `${at}/K1`, textOf(remarks), span);
    return [{ events: [], span, hasNoContent: true }];
  }
  const event = claim({
    code: verdict,
    classifier: 'ACTUAL',
    time,
    place: port?.ref ?? null,
    transport,
    reason: { scheme: null, code: null, text: textOf(remarks) },
    rawCode: 'K1',
  });
  return [{ events: [event], span }];
}

function readLine(
  loop: X12Loop,
  { port }: PortLoop,
  { scac, transport }: Conveyance,
  time: EventTime,
  at: string,
  context: X12Context,
): X12Unit {
  const { segments, span } = loop;
  const { bills, inBond: entry } = readBillHead(loop, scac, 'DECLARATION', at, context);
  const documents = distinct([...bills, entry]);
  if (documents.length === 0) {
    context.findings.add('MISSING_FIELD', 'ERROR', at, 'bill of lading (M1101)', span);
    return emptyUnit(span);
  }
  const remarks = allTags(segments, 'K1');
  // A line without a remark is repeated for its context.
  if (remarks.length === 0) return { events: [], span, hasNoContent: true };
  const code = verdictOf(remarks);
  const event = claim({
    code: entry?.scheme === 'TRANSIT' ? inBondVerdict(code) : code,
    classifier: 'ACTUAL',
    time,
    place: port?.ref ?? null,
    documents,
    contents: allTags(segments, 'VID').flatMap((vid) => readVid(vid, `${at}/VID`, context) ?? []),
    transport,
    reason: { scheme: null, code: null, text: textOf(remarks) },
    rawCode: 'K1',
  });
  return { events: [event], span };
}

function verdictOf(remarks: readonly X12Segment[]): EventCode {
  return (findByWords(textOf(remarks), WORDS) ?? 'MANIFEST_REJECTED') as EventCode;
}

function inBondVerdict(code: EventCode): EventCode {
  return code === 'MANIFEST_ACCEPTED' ? 'TRANSIT_ACCEPTED' : 'TRANSIT_REJECTED';
}

function textOf(remarks: readonly X12Segment[]): string {
  return remarks
    .flatMap((k1) => [k1.read(1), k1.read(2)].flatMap((text) => text ?? []))
    .join('; ')
    .slice(0, 300);
}
