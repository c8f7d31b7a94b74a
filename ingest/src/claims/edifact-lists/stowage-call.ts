import type { ResolvedPlace } from 'graph-schema/domain/resolve-place';
import { loadCodeList } from 'graph-schema/reference/code-list';
import type { EdifactContext } from '../edifact/interchange.ts';
import type { MessageHead } from '../edifact/message-head.ts';
import type { MessageUnit } from '../edifact/message-reader.ts';
import { placeOf } from '../edifact/places.ts';
import { findIn } from '../edifact/segments.ts';
import { claimStamp, listCallStamps, samePorts, type CallStamp } from './call-stamps.ts';
import type { StowageMessage } from './stowage-message.ts';

const TIMES = loadCodeList('edifact-stowage/dtm-2005');

/** Where the ship leaves: place of departure, else of the activity. */
export const CALL_PORTS = ['5', '175', '9'];

export interface StowageCall {
  readonly port: ResolvedPlace | null;
  readonly stamps: readonly CallStamp[];
  /** At most one: the times of the call. */
  readonly units: readonly MessageUnit[];
}

/** The port of a plan, and the ship's times there and at the next port. */
export function readStowageCall(
  head: MessageHead,
  { header, ship }: StowageMessage,
  context: EdifactContext,
): StowageCall {
  const port = placeOf(CALL_PORTS, findIn(header), head.message, context);
  const stamps = listCallStamps(header, TIMES, samePorts(CALL_PORTS), head, context);
  const [first] = stamps;
  // A ship that is not identified has been told.
  if (!first) return { port, stamps, units: [] };
  const events = ship ? stamps.map((stamp) => claimStamp(stamp, ship)) : [];
  const span = { start: first.segment.start, end: (stamps.at(-1) ?? first).segment.end };
  return { port, stamps, units: [{ events, span }] };
}
