import { claim } from 'graph-schema/domain/claim';
import type { DocumentRef, EventTime, TrackingEvent } from 'graph-schema/domain/tracking-event';
import {
  readCargoList,
  readListedCargo,
  type CargoList,
  withUnits,
} from '../../claims/edifact-lists/cargo-list.ts';
import { readHeaderCall } from '../../claims/edifact-lists/header-call.ts';
import { withCarriers } from '../../claims/edifact/carriers.ts';
import { listConsignments } from '../../claims/edifact/consignments.ts';
import type { EdifactContext } from '../../claims/edifact/interchange.ts';
import { documentTime, type MessageHead } from '../../claims/edifact/message-head.ts';
import type { MessageUnit } from '../../claims/edifact/message-reader.ts';
import { placeOf } from '../../claims/edifact/places.ts';
import { findIn, spanOf } from '../../claims/edifact/segments.ts';
import { listBills, readBills, type BillGroup } from './bill-groups.ts';

/** LOC 3227 of the port that the report is made for. */
const PORTS = ['60', '153'];

/** One unit per bill, and one for the call that the header tells. */
export function readCargoReport(head: MessageHead, given: EdifactContext): MessageUnit[] {
  const list = readCargoList(head, given);
  const context = withCarriers(list.header, given, true, true);
  const bills = list.groups.flatMap((group, index) =>
    listBills(group, `${head.message.at}/CNI[${index + 1}]`),
  );
  const time = documentTime([], [], head, context);
  const units = bills.map((bill) => ({
    span: spanOf(bill.segments),
    events: time ? claimBill(bill, bills.length === 1, time, list, head, context) : [],
  }));
  return bills.length === 0 ? [] : [...readHeaderCall(list, head, context), ...units];
}

function claimBill(
  bill: BillGroup,
  isOnly: boolean,
  time: EventTime,
  list: CargoList,
  head: MessageHead,
  context: EdifactContext,
): TrackingEvent[] {
  const documents = readBills(bill, list.run?.mode ?? null, withCarriers(bill.segments, context, true, true));
  const cargo = readListedCargo(bill.segments, list, isOnly, bill.at, context);
  const base = claim({
    code: head.action === 'REPLACE' ? 'MANIFEST_AMENDED' : 'MANIFEST_SUBMITTED',
    classifier: 'ACTUAL',
    time,
    place: placeOf(PORTS, findIn(list.header), head.message, context)?.ref ?? null,
    transport: list.run,
    ...cargo,
    rawCode: [head.code ?? 'CUSCAR', head.functionCode].filter((code) => code !== null).join('+'),
  });
  if (documents.length > 0)
    return withUnits(
      listConsignments(documents).map((papers: readonly DocumentRef[]) => ({ ...base, documents: papers })),
    );
  if (cargo.contents.length === 0)
    context.findings.add('MISSING_FIELD', 'ERROR', bill.at, 'number of the bill', spanOf(bill.segments));
  // A report by box: the claim is about the box.
  return cargo.contents.map((equipment) => ({ ...base, equipment, contents: [] }));
}
