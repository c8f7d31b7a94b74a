import { claimSlot, type SlotPlan } from '../../claims/edifact-lists/slot-claims.ts';
import { readStowageCall } from '../../claims/edifact-lists/stowage-call.ts';
import { readStowage } from '../../claims/edifact-lists/stowage-message.ts';
import { withCarriers } from '../../claims/edifact/carriers.ts';
import type { EdifactContext } from '../../claims/edifact/interchange.ts';
import { documentTime, type MessageHead } from '../../claims/edifact/message-head.ts';
import type { MessageUnit } from '../../claims/edifact/message-reader.ts';

/**
 * A bay plan says what is aboard when the ship leaves a port, whichever port it was loaded at: each box is MANIFESTED
 * there, never LOADED. A plan that knows no departure yet speaks of the moment it was made; an estimated departure is
 * no time at which anything was seen aboard.
 */
export function readBayPlan(head: MessageHead, context: EdifactContext): MessageUnit[] {
  const stowage = readStowage(head, context, false);
  const call = readStowageCall(head, stowage, context);
  const bills = withCarriers(stowage.header, context, true);
  const left = call.stamps.find(({ code, classifier }) => code === 'DEPARTED' && classifier === 'ACTUAL');
  const time = left?.time ?? documentTime([], [], head, context);
  const plan: SlotPlan | null = time && {
    code: 'MANIFESTED',
    classifier: 'ACTUAL',
    time,
    place: call.port,
    ship: stowage.ship,
    rawCode: 'BAPLIE',
  };
  const { at, span } = head.message;
  if (!call.port) context.findings.add('MISSING_FIELD', 'WARNING', at, 'port of departure', span);
  const slots = stowage.slots.map((slot) => ({
    span: slot.span,
    events: plan ? claimSlot(slot, plan, bills) : [],
    hasNoContent: slot.box === null,
  }));
  return [...call.units, ...slots];
}
