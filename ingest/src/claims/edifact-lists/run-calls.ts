import { runKey } from 'graph-schema/domain/claim-keys';
import type { PartyRef, TransportRef } from 'graph-schema/domain/tracking-event';
import { loadCodeList } from 'graph-schema/reference/code-list';
import type { EdifactSegment } from '../../syntax/edifact/segment.ts';
import { readConveyance } from '../edifact/conveyance.ts';
import type { EdifactContext } from '../edifact/interchange.ts';
import type { MessageHead } from '../edifact/message-head.ts';
import type { MessageUnit } from '../edifact/message-reader.ts';
import { carrierOf } from '../edifact/party.ts';
import { cutGroups, spanOf, type SegmentGroup } from '../edifact/segments.ts';
import { claimStamp, listCallStamps, type CallStamp, type HomePorts } from './call-stamps.ts';

const TIMES = loadCodeList('edifact-calls/dtm-2005');

/**
 * Runs and their calls (IFTSAI, CALINF, VESDEP).
 *
 *   BGM DTM+137 [RFF] [NAD] { TDT [RFF] [DTM] { LOC { DTM } } }
 *
 * A unit is a call: a LOC with the times that stand after it; without any it carries nothing. Times before the first LOC are one unit more, about the
 * `home` port. Of one run only, what stands before its TDT belongs to it, too.
 */
export function readRunCalls(head: MessageHead, home: HomePorts, context: EdifactContext): MessageUnit[] {
  const { head: header, groups } = cutGroups(head.message.segments, ['TDT']);
  const shared = groups.length === 1 ? header : [];
  return groups.flatMap((group) => readRun(group, shared, home, head, context));
}

function readRun(
  group: SegmentGroup,
  shared: readonly EdifactSegment[],
  home: HomePorts,
  head: MessageHead,
  context: EdifactContext,
): MessageUnit[] {
  const { at } = head.message;
  const [tdt] = group;
  const segments = [...shared, ...group];
  const run = readConveyance(tdt, segments, 'VESSEL', at, context);
  for (const segment of group) tellUnknownTime(segment, at, context);
  const stamps = listCallStamps(segments, TIMES, home, head, context);
  const problem = !run
    ? 'vessel, flight or train'
    : stamps.length === 0
      ? 'times of a call'
      : runKey(run) === null
        ? 'voyage'
        : null;
  const isUseless = !run || stamps.length === 0;
  if (problem !== null)
    context.findings.add('MISSING_FIELD', isUseless ? 'ERROR' : 'WARNING', `${at}/TDT`, problem, tdt);
  if (isUseless) return [{ events: [], span: spanOf(group) }];
  const carrier = carrierOf(tdt);
  return listCalls(segments, stamps, run, carrier ? [carrier] : []);
}

function listCalls(
  segments: readonly EdifactSegment[],
  stamps: readonly CallStamp[],
  run: TransportRef,
  parties: readonly PartyRef[],
): MessageUnit[] {
  const bySegment = new Map(stamps.map((stamp) => [stamp.segment, stamp]));
  const calls: SegmentGroup[] = [];
  let open: [EdifactSegment, ...EdifactSegment[]] | null = null;
  for (const segment of segments) {
    if (segment.tag === 'LOC' || (open === null && bySegment.has(segment))) {
      open = [segment];
      calls.push(open);
    } else if (open !== null && segment.tag === 'DTM') open.push(segment);
  }
  return calls.map((call) => {
    const events = call.flatMap((segment) => {
      const stamp = bySegment.get(segment);
      return stamp ? [{ ...claimStamp(stamp, run), parties }] : [];
    });
    return { events, span: spanOf(call), hasNoContent: !call.some(isCallTime) };
  });
}

/** A time that the list knows as one of a call; whether it could be read is another matter. */
function isCallTime(segment: EdifactSegment): boolean {
  return segment.tag === 'DTM' && Boolean(TIMES.find(segment.read(0, 0) ?? '')?.canonical);
}

function tellUnknownTime(segment: EdifactSegment, at: string, { findings }: EdifactContext): void {
  const qualifier = segment.tag === 'DTM' ? segment.read(0, 0) : null;
  if (qualifier !== null && !TIMES.find(qualifier))
    findings.unmapped(TIMES, qualifier, `${at}/DTM`, segment, 'INFO');
}
