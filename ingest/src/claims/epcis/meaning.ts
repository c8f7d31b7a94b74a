import type { EventCode } from 'graph-schema/domain/event-code';
import { loadCodeList } from 'graph-schema/reference/code-list';
import type { ClaimContext, Where } from '../claim-context.ts';
import type { EpcisEvent } from './epcis-event.ts';
import { ownStep } from './own-words.ts';
import { termOf } from './vocabulary.ts';

const STEPS = loadCodeList('epcis/business-steps');
const RELATIONS = loadCodeList('epcis/relations');
const ACTIONS: ReadonlySet<string> = new Set(['ADD', 'OBSERVE', 'DELETE']);

export interface Meaning {
  readonly code: EventCode;
  readonly rawCode: string;
}

export type ParentKind = 'CONTAINER' | 'SSCC' | 'ITEM' | 'VESSEL';

/**
 * What an event means. Into or out of a container or a ship, and attaching, are said by relation and action whatever
 * the step ("loading" pallets *into* a box stuffs it); otherwise the step says it, and where it says nothing, the
 * relation. Null, with a finding, where an action that decides is missing or none.
 */
export function meaningOf(
  event: EpcisEvent,
  parent: ParentKind | null,
  where: Where,
  { findings }: ClaimContext,
): Meaning | null {
  const { type } = event;
  const action = event.action?.toUpperCase() ?? null;
  const decides = type === 'AggregationEvent' || type === 'AssociationEvent';
  const needed = decides || type === 'ObjectEvent' || type === 'TransactionEvent';
  if (needed && (action === null || !ACTIONS.has(action))) {
    const problem = action === null ? 'MISSING_FIELD' : 'BAD_SYNTAX';
    const severity = decides ? 'ERROR' : 'WARNING';
    findings.add(problem, severity, `${where.at} action`, event.action, where.span);
    if (decides) return null;
  }
  const step = event.bizStep === null ? null : termOf(event.bizStep);
  const own = step === null ? null : ownStep(step);
  if (step !== null && own) return { code: own, rawCode: step };
  const relation = relationOf(type, action, parent);
  const row = step === null ? null : STEPS.find(step);
  const strong = type === 'AssociationEvent' || parent === 'CONTAINER' || parent === 'VESSEL';
  const code = strong && action !== 'OBSERVE' ? (relation ?? row?.canonical) : (row?.canonical ?? null);
  if (code) {
    const isByRelation = code === relation && code !== row?.canonical;
    return { code: code as EventCode, rawCode: isByRelation ? `${action}+${step ?? ''}` : (step ?? type) };
  }
  if (relation && (step === null || decides)) {
    if (step !== null && !row) findings.unmapped(STEPS, step, `${where.at} bizStep`, where.span);
    return { code: relation as EventCode, rawCode: step === null ? (action ?? type) : `${action}+${step}` };
  }
  if (step === null) findings.unmapped(RELATIONS, action ?? type, `${where.at} bizStep`, where.span, 'INFO');
  else findings.unmapped(STEPS, step, `${where.at} bizStep`, where.span, row ? 'INFO' : 'WARNING');
  return { code: 'UNMAPPED', rawCode: step ?? action ?? type };
}

function relationOf(type: string, action: string | null, parent: ParentKind | null): string | null {
  if (action === null) return null;
  if (type === 'AssociationEvent') return RELATIONS.find(`ASSOCIATION+${action}`)?.canonical ?? null;
  const isMove = type === 'AggregationEvent' && action !== 'OBSERVE' && parent !== null;
  return RELATIONS.find(isMove ? `${parent}+${action}` : action)?.canonical ?? null;
}
