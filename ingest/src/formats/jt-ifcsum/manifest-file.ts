import { compactNumber } from 'graph-schema/codes/parsed';
import { claim, documentRef } from 'graph-schema/domain/claim';
import type { DocumentRef, EventTime, TrackingEvent } from 'graph-schema/domain/tracking-event';
import { listDetails, listGroups, type JtGroup } from '../../claims/jt-files/box-groups.ts';
import { billKey, readJtVessel, sailingKey } from '../../claims/jt-files/box-record.ts';
import {
  countOf,
  readJtBoxes,
  readJtGoods,
  readJtParties,
  readJtPlace,
  totalOf,
} from '../../claims/jt-files/cargo-records.ts';
import type { JtContext, JtUnit } from '../../claims/jt-files/interpret-jt.ts';
import { readSailings } from '../../claims/jt-files/sailing.ts';
import { fileTime } from '../../claims/jt-files/sender-place.ts';
import { readBill } from '../../claims/ports/document.ts';
import { kilogramsOf } from '../../claims/ports/weight.ts';
import type { JtMessage } from '../../syntax/jt-flat/message.ts';
import type { JtRecord } from '../../syntax/jt-flat/record.ts';

/** One unit per bill, and one per sailing that tells when the ship comes or goes. */
export function readManifestFile(message: JtMessage, context: JtContext): JtUnit[] {
  const sent = fileTime(message, context);
  const bills = listGroups(message, '12', ['10', '11']).map((group): JtUnit => {
    const bill = billKey(group.first, context);
    return {
      thread: bill && `IFCSUM:${bill}:${sailingKey(vesselOf(group), context)}`,
      events: sent ? readBillGroup(group, sent, message, context) : [],
      at: group.at,
      span: group.span,
    };
  });
  return [...readSailings(message, context), ...bills];
}

function vesselOf(group: JtGroup): JtRecord | null {
  return group.heads.find(({ number }) => number === '10') ?? null;
}

function readBillGroup(
  group: JtGroup,
  sent: EventTime,
  message: JtMessage,
  context: JtContext,
): TrackingEvent[] {
  const documents = readBills(group, context);
  if (documents.length === 0) {
    context.findings.add('MISSING_FIELD', 'ERROR', group.at, 'bill of lading', group.first);
    return [];
  }
  const records = [group.first, ...group.details, ...group.heads];
  const { boxes, loadState } = readJtBoxes(group.details, group.at, context);
  const goods = readJtGoods(group.details, context);
  const shared = {
    code: 'MANIFEST_SUBMITTED',
    classifier: 'ACTUAL',
    time: sent,
    transport: readJtVessel(vesselOf(group), message.at, context),
    from: readJtPlace(records, 'pol', group.at, context)?.ref ?? null,
    to: readJtPlace(records, 'pod', group.at, context)?.ref ?? null,
    parties: readJtParties(records, context),
    rawCode: 'IFCSUM',
  } as const;
  const bill = claim({
    ...shared,
    documents,
    contents: boxes,
    loadState,
    goods,
    quantity: totalOf(goods) ?? totalOf(boxLoads(group, context)),
  });
  return [
    bill,
    ...readHouses(group, context).map((house) =>
      claim({ ...shared, ...house, documents: [...documents, house.bill] }),
    ),
  ];
}

/** Where the record names a master bill beside its own, its own is a house bill of it. */
function readBills(group: JtGroup, context: JtContext): DocumentRef[] {
  const where = { at: group.at, span: group.first };
  const own = context.layout.read(group.first, 'bill');
  const master = readBill(context.layout.read(group.first, 'masterBill'), '主提单号', where, context);
  if (own === null || master === null || compactNumber(own) === master.number) {
    const bill = readBill(own, '提单号', where, context);
    return bill ? [bill] : [];
  }
  return [master, documentRef('HOUSE_BILL', compactNumber(own), { declaredAs: '提单号' })];
}

/** What of this bill is in each box: a box that several bills share stands under each with its part. */
function boxLoads(
  group: JtGroup,
  { layout }: JtContext,
): { readonly pieces: number | null; readonly grossKg: number | null }[] {
  return listDetails(group, '51').map((record) => ({
    pieces: countOf(layout.read(record, 'boxPieces')),
    grossKg: kilogramsOf(layout.read(record, 'boxKg'), 'KGM'),
  }));
}

/** House bills of a master bill; which boxes each has is not said. */
function readHouses(
  group: JtGroup,
  { layout }: JtContext,
): { readonly bill: DocumentRef; readonly quantity: TrackingEvent['quantity'] }[] {
  return listDetails(group, '61').flatMap((record) => {
    const number = compactNumber(layout.read(record, 'house') ?? '');
    if (number === '') return [];
    const pieces = countOf(layout.read(record, 'housePieces'));
    const bill = documentRef('HOUSE_BILL', number, { declaredAs: '分提单号' });
    return [{ bill, quantity: totalOf([{ pieces, grossKg: null }]) }];
  });
}
