import type { EventCode } from 'graph-schema/domain/event-code';
import type { EventTime } from 'graph-schema/domain/tracking-event';
import { loadCodeList } from 'graph-schema/reference/code-list';
import { claimSlot } from '../../claims/edifact-lists/slot-claims.ts';
import type { Slot } from '../../claims/edifact-lists/slot.ts';
import { readStowageCall, type StowageCall } from '../../claims/edifact-lists/stowage-call.ts';
import { readStowage } from '../../claims/edifact-lists/stowage-message.ts';
import { withCarriers } from '../../claims/edifact/carriers.ts';
import type { EdifactContext } from '../../claims/edifact/interchange.ts';
import { documentTime, type MessageHead } from '../../claims/edifact/message-head.ts';
import type { MessageUnit } from '../../claims/edifact/message-reader.ts';

const INSTRUCTIONS = loadCodeList('edifact-movins/handling-4079');

/**
 * What is to be done with the boxes at the port of the message: PLANNED for the ship's departure, else its arrival.
 * Places planned for a kind of box without its number tell of no cargo.
 */
export function readInstructions(head: MessageHead, context: EdifactContext): MessageUnit[] {
  const stowage = readStowage(head, context, true);
  const call = readStowageCall(head, stowage, context);
  const bills = withCarriers(stowage.header, context, true);
  const time = timeOf(call, head, context);
  const { at, span } = head.message;
  if (!call.port) context.findings.add('MISSING_FIELD', 'WARNING', at, 'port of the call', span);
  const slots = stowage.slots.map((slot) => {
    if (slot.box === null || slot.box.equipment.read(1) === null)
      return { span: slot.span, events: [], hasNoContent: true };
    const code = instructionOf(slot, context);
    if (!time || code === null) return { span: slot.span, events: [] };
    const rawCode = slot.instruction?.read(0) ?? 'MOVINS';
    const plan = {
      code,
      classifier: 'PLANNED',
      time,
      place: call.port,
      ship: stowage.ship,
      rawCode,
    } as const;
    return { span: slot.span, events: claimSlot(slot, plan, bills) };
  });
  return [...call.units, ...slots];
}

/** Boxes that stay where they are are listed to be seen, not to be moved: null, told. */
function instructionOf({ instruction, at, span }: Slot, { findings }: EdifactContext): EventCode | null {
  const code = instruction?.read(0)?.toUpperCase() ?? null;
  if (code === null) {
    findings.addOnce('MISSING_FIELD', 'WARNING', `${at}/HAN`, 'instruction: taken as loading', span);
    return 'LOADED';
  }
  const row = INSTRUCTIONS.find(code);
  if (row?.canonical) return row.canonical as EventCode;
  if (row) findings.addOnce('UNSUPPORTED', 'INFO', `${at}/HAN`, `${code}: ${row.meaning}`, instruction);
  else findings.unmapped(INSTRUCTIONS, code, `${at}/HAN`, instruction);
  return row ? null : 'UNMAPPED';
}

const BEST_FIRST = ['DEPARTED', 'ARRIVED'];

/** Times of the next port are none of this call. */
function timeOf({ stamps }: StowageCall, head: MessageHead, context: EdifactContext): EventTime | null {
  for (const wanted of BEST_FIRST) {
    const stamp = stamps.find(({ code, location }) => code === wanted && !location?.is('LOC', '61'));
    if (stamp) return stamp.time;
  }
  const { at, span } = head.message;
  context.findings.add('MISSING_FIELD', 'WARNING', at, 'time of the call: taken from the message', span);
  return documentTime([], [], head, context);
}
