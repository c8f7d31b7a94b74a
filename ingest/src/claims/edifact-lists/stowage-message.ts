import type { TransportRef } from 'graph-schema/domain/tracking-event';
import type { EdifactSegment } from '../../syntax/edifact/segment.ts';
import { readConveyance } from '../edifact/conveyance.ts';
import type { EdifactContext } from '../edifact/interchange.ts';
import type { MessageHead } from '../edifact/message-head.ts';
import { isClosing } from '../edifact/segments.ts';
import { slotOf, type Slot } from './slot.ts';

/**
 * A stowage plan (BAPLIE, MOVINS): the ship's call, then one group per place on board.
 *
 *   BGM DTM+137 [RFF] [NAD] TDT { LOC+5|61|175 } { DTM } [RFF+VON]
 *   { [HAN] { LOC+147 [FTX] [MEA] [DIM] [TMP] [RNG] { LOC } { RFF } [EQD] [NAD] { DGS [FTX] } } }
 *
 * D95B puts the box (EQD) after what describes its cargo, D13B before it; both begin with the slot, and everything up
 * to the next slot speaks of it. Some senders begin with EQD: then that begins the group.
 */
export interface StowageMessage {
  readonly header: readonly EdifactSegment[];
  readonly ship: TransportRef | null;
  readonly slots: readonly Slot[];
}

/** `isOrder`: HAN tells what to do with the places after it (MOVINS); else it is a remark about one box. */
export function readStowage(
  { message }: MessageHead,
  context: EdifactContext,
  isOrder: boolean,
): StowageMessage {
  const { segments, at } = message;
  const trigger = segments.find((segment) => segment.is('LOC', '147') || segment.tag === 'EQD');
  const begins = (segment: EdifactSegment): boolean =>
    trigger?.tag === 'EQD' ? segment.tag === 'EQD' : segment.is('LOC', '147');
  const header: EdifactSegment[] = [];
  const groups: { instruction: EdifactSegment | null; segments: [EdifactSegment, ...EdifactSegment[]] }[] =
    [];
  let instruction: EdifactSegment | null = null;
  let open: EdifactSegment[] | null = header;
  for (const segment of segments) {
    if (isOrder && segment.tag === 'HAN') {
      instruction = segment;
      open = null;
    } else if (begins(segment)) {
      const group: [EdifactSegment, ...EdifactSegment[]] = [segment];
      groups.push({ instruction, segments: group });
      open = group;
    } else if (isClosing(segment.tag)) open = null;
    else open?.push(segment);
  }
  const tdt = header.find((segment) => segment.is('TDT', '20')) ?? header.find(({ tag }) => tag === 'TDT');
  if (!tdt) context.findings.add('MISSING_FIELD', 'WARNING', at, 'TDT', message.span);
  const slots = groups.map((group, index) =>
    slotOf(group.segments, `${at}/${group.segments[0].tag}[${index + 1}]`, group.instruction),
  );
  const ship = tdt ? readConveyance(tdt, header, 'VESSEL', at, context) : null;
  if (tdt && !ship) context.findings.add('MISSING_FIELD', 'WARNING', `${at}/TDT`, 'vessel or voyage', tdt);
  return { header, ship, slots };
}
