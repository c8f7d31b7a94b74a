import type { DocumentRef } from 'graph-schema/domain/tracking-event';
import { parseAwb } from 'graph-schema/codes/awb';
import { compactNumber } from 'graph-schema/codes/parsed';
import { carrierOfBill, parseOceanBill } from 'graph-schema/codes/ocean-bill';
import { documentRef } from 'graph-schema/domain/claim';
import { withCarriers } from '../../claims/edifact/carriers.ts';
import { withPapersOf } from '../../claims/edifact/consignments.ts';
import type { EdifactContext } from '../../claims/edifact/interchange.ts';
import type { MessageHead } from '../../claims/edifact/message-head.ts';
import type { MessageUnit } from '../../claims/edifact/message-reader.ts';
import { readParties } from '../../claims/edifact/party.ts';
import { readReferences } from '../../claims/edifact/reference.ts';
import { cutGroups, spanOf, type SegmentGroup } from '../../claims/edifact/segments.ts';
import { scacOfBill } from '../../claims/ports/bill-carrier.ts';
import type { EdifactSegment } from '../../syntax/edifact/segment.ts';
import { readStatus, type Reported } from './status.ts';

/**
 *   BGM [DTM] { NAD } { RFF } { CNI + item + 1004 number  [LOC] [RFF] { STS … } }
 *
 * One unit per STS. A status has the papers of its own group, then those of its consignment (CNI), then those of the
 * message, kind by kind. Some senders leave CNI out: then the message is one consignment.
 */
export function readStatusReport(head: MessageHead, context: EdifactContext): MessageUnit[] {
  const { at, segments } = head.message;
  const { head: header, groups } = cutGroups(segments, ['CNI'], []);
  const { head: beforeStatus, groups: loose } = cutGroups(header, ['STS'], []);
  const parties = readParties(beforeStatus, head.message, context);
  const bills = withCarriers(beforeStatus, context);
  const common = { head, context: bills, parties, header: beforeStatus };
  const general = readReferences(beforeStatus, head.message, bills);
  const units = readGroups(loose, { ...common, documents: general, consignment: [] }, at);
  for (const [index, group] of groups.entries()) {
    const [cni, ...rest] = group;
    const where = { at: `${at}/CNI[${index + 1}]`, span: cni };
    const { head: consignment, groups: statuses } = cutGroups(rest, ['STS'], []);
    const own = withCarriers(consignment, bills);
    const named = readReferences(consignment, where, own);
    const reported = {
      ...common,
      context: own,
      documents: withPapersOf([...named, ...numberOf(cni, own)], general),
      consignment,
    };
    units.push(...readGroups(statuses, reported, where.at));
  }
  return units;
}

/** Papers that one status of a consignment names hold for those after it. */
function readGroups(groups: readonly SegmentGroup[], reported: Reported, at: string): MessageUnit[] {
  let { documents } = reported;
  return groups.map((group, index) => {
    const where = { at: `${at}/STS[${index + 1}]`, span: spanOf(group) };
    const { head: own } = cutGroups(group.slice(1), ['TDT', 'EQD', 'GID']);
    documents = withPapersOf(readReferences(own, where, reported.context), documents);
    return readStatus(group, where, { ...reported, documents });
  });
}

/** The number of a CNI has no kind: only its shape tells a bill or an air waybill from a reference. */
function numberOf(cni: EdifactSegment, context: EdifactContext): DocumentRef[] {
  const raw = cni.read(1, 0);
  if (raw === null || raw.length > 70) return [];
  const declaredAs = 'CNI';
  const bill = parseOceanBill(raw, scacOfBill(raw, context));
  const carrier = bill.ok ? carrierOfBill(bill.value) : null;
  if (bill.ok && carrier?.exact)
    return [documentRef('MASTER_BILL', bill.value, { declaredAs, issuer: carrier.carrier.scac })];
  const awb = parseAwb(raw);
  if (awb.ok) return [documentRef('AWB', awb.value, { declaredAs })];
  const number = compactNumber(raw);
  return number === '' ? [] : [documentRef('REFERENCE', number, { declaredAs })];
}
