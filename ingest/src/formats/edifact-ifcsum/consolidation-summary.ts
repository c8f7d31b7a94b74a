import { compactNumber } from 'graph-schema/codes/parsed';
import { claim, documentRef } from 'graph-schema/domain/claim';
import type { EventCode } from 'graph-schema/domain/event-code';
import type { DocumentRef, TrackingEvent } from 'graph-schema/domain/tracking-event';
import { loadCodeList } from 'graph-schema/reference/code-list';
import { readCargoList, readListedCargo, withUnits } from '../../claims/edifact-lists/cargo-list.ts';
import { readHeaderCall } from '../../claims/edifact-lists/header-call.ts';
import { withCarriers } from '../../claims/edifact/carriers.ts';
import { listConsignments } from '../../claims/edifact/consignments.ts';
import type { EdifactContext } from '../../claims/edifact/interchange.ts';
import { documentTime, type MessageHead } from '../../claims/edifact/message-head.ts';
import type { MessageUnit } from '../../claims/edifact/message-reader.ts';
import { findByProfile } from '../../claims/edifact/profile.ts';
import { readReferences } from '../../claims/edifact/reference.ts';
import { spanOf, type SegmentGroup } from '../../claims/edifact/segments.ts';

const NAMES = loadCodeList('edifact-ifcsum/bgm-1001');

/** One unit per consignment, and one for the call that the header tells. */
export function readSummary(head: MessageHead, context: EdifactContext): MessageUnit[] {
  const list = readCargoList(head, context);
  const { groups } = list;
  if (groups.length === 0) return [];
  const code = codeOf(head, context);
  const time = documentTime([], [], head, context);
  const bills = withCarriers(list.header, context, true);
  const units = groups.map((group, index): MessageUnit => {
    const span = spanOf(group);
    const at = `${head.message.at}/CNI[${index + 1}]`;
    const cargo = readListedCargo(group, list, groups.length === 1, at, context);
    const documents = papersOf(group, { at, span }, withCarriers(group, bills));
    if (!time) return { span, events: [] };
    const base = claim({
      code,
      classifier: 'ACTUAL',
      time,
      transport: list.run,
      ...cargo,
      rawCode: head.code ?? 'IFCSUM',
    });
    if (documents.length === 0) {
      // Without a paper the claim is about what the consignment is packed in.
      const events = cargo.contents.map((equipment) => ({ ...base, equipment, contents: [] }));
      if (events.length === 0)
        context.findings.add('MISSING_FIELD', 'ERROR', at, 'number of the consignment', span);
      return { span, events };
    }
    const events = listConsignments(documents).map((papers): TrackingEvent => ({
      ...base,
      documents: papers,
    }));
    return { span, events: withUnits(events) };
  });
  return [...readHeaderCall(list, head, context), ...units];
}

function codeOf({ code, action, message }: MessageHead, { findings }: EdifactContext): EventCode {
  const row = findByProfile(NAMES, code ?? '', message);
  if (row?.canonical === 'MANIFEST_SUBMITTED' && action === 'REPLACE') return 'MANIFEST_AMENDED';
  if (row?.canonical) return row.canonical as EventCode;
  if (code === null)
    findings.add('MISSING_FIELD', 'WARNING', `${message.at}/BGM`, 'name of the list', message.span);
  else findings.unmapped(NAMES, code, `${message.at}/BGM`, message.span);
  return 'UNMAPPED_DOCUMENT';
}

/** The consignment's papers; its number in CNI is the sender's own. */
function papersOf(
  group: SegmentGroup,
  where: { readonly at: string; readonly span: MessageUnit['span'] },
  context: EdifactContext,
): DocumentRef[] {
  const named = readReferences(group, where, context);
  const own = compactNumber(group[0].read(1, 0) ?? '');
  const isKnown = own === '' || own.length > 70 || named.some(({ number }) => number === own);
  return isKnown ? named : [...named, documentRef('REFERENCE', own, { declaredAs: 'CNI' })];
}
