import { runKey } from 'graph-schema/domain/claim-keys';
import { loadCodeList } from 'graph-schema/reference/code-list';
import type { EdifactContext } from '../edifact/interchange.ts';
import type { MessageHead } from '../edifact/message-head.ts';
import type { MessageUnit } from '../edifact/message-reader.ts';
import { claimStamp, listCallStamps, samePorts } from './call-stamps.ts';
import type { CargoList } from './cargo-list.ts';

const TIMES = loadCodeList('edifact-calls/dtm-2005');

/** The call that a list is made for: one unit, when the header names the run and says when, after a place. */
export function readHeaderCall(
  { header, run, tdt }: CargoList,
  head: MessageHead,
  context: EdifactContext,
): MessageUnit[] {
  if (!run || !tdt || runKey(run) === null) return [];
  const first = header.findIndex((segment) => segment.tag === 'LOC' && segment.start > tdt.start);
  const group = first < 0 ? [] : header.slice(first);
  const stamps = listCallStamps(group, TIMES, samePorts([]), head, context);
  const last = stamps.at(-1);
  if (!last) return [];
  const events = stamps.map((stamp) => claimStamp(stamp, run));
  return [{ events, span: { start: tdt.start, end: last.segment.end } }];
}
