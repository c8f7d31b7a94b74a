import { claim } from 'graph-schema/domain/claim';
import type { EventCode } from 'graph-schema/domain/event-code';
import { resolveCustomsOffice } from 'graph-schema/domain/resolve-place';
import type { EventTime, Reason, TransportRef } from 'graph-schema/domain/tracking-event';
import { loadCodeList } from 'graph-schema/reference/code-list';
import type { SenderContext } from '../../claims/claim-context.ts';
import { readBills } from '../../claims/cn-customs/bills.ts';
import { readBox } from '../../claims/cn-customs/box.ts';
import { readConveyance } from '../../claims/cn-customs/conveyance.ts';
import { scopesOf, type CustomsScope } from '../../claims/cn-customs/customs-scope.ts';
import { customsTime } from '../../claims/cn-customs/customs-time.ts';
import { readHead, type ManifestHead } from '../../claims/cn-customs/manifest-head.ts';
import { versionOf } from '../../claims/message-action.ts';
import type { Findings } from '../../syntax/findings.ts';
import { NOTHING, type UnitOutcome } from '../../syntax/units.ts';
import {
  declaredNamespace,
  findChild,
  findText,
  listChildren,
  listDescendants,
} from '../../syntax/xml-path.ts';
import type { WholeXml } from '../../syntax/xml-whole.ts';
import type { XmlElement } from '../../syntax/xml.ts';

const RESPONSES = loadCodeList('cn-manifest-receipt-xml/response-codes');
const PREFIXES = loadCodeList('cn-manifest-receipt-xml/text-prefixes');

interface ReceiptScope {
  readonly head: ManifestHead;
  readonly conveyance: TransportRef | null;
  readonly office: string | null;
  readonly sent: EventTime;
}

/** Reads a complete document; clients wrap one receipt or several (`MftMessage/MftData/Manifest`). */
export function readReceipts(document: WholeXml, context: SenderContext, findings: Findings): UnitOutcome[] {
  const wrapped = listDescendants(document.root, 'Manifest');
  const receipts = wrapped.length > 0 ? wrapped : [document.root];
  const scopeOf = scopesOf(document, context, findings);
  return receipts.flatMap((receipt) => readReceipt(receipt, scopeOf, context, findings));
}

/** One outcome for each bill, or box, that is answered. */
function readReceipt(
  root: XmlElement,
  scopeOf: ReturnType<typeof scopesOf>,
  context: SenderContext,
  findings: Findings,
): UnitOutcome[] {
  const head = readHead(root, declaredNamespace(root));
  const response = root.name === 'Response' ? root : findChild(root, 'Response');
  const consignments = listChildren(response, 'Consignment');
  const records = consignments.length > 0 ? consignments : listChildren(response, 'TransportEquipment');
  const whole = scopeOf(response ?? root, response ? 'Response' : 'Manifest');
  if (!response || records.length === 0) {
    // A receipt for the file as a whole names no cargo; what it says is kept for the operator.
    const text = [findText(response, 'ResponseType', 'Code'), findText(response, 'ResponseType', 'Text')];
    const said = text.filter((part) => part !== null).join(' ') || null;
    findings.add('MISSING_FIELD', 'ERROR', 'Response/Consignment', said, whole.span);
    return [NOTHING];
  }
  const office = [head.senderId, head.receiverId].find((code) => /^\d{4}$/.test(code ?? '')) ?? null;
  const sent = head.sentAt ? customsTime(head.sentAt, context.places.findCustomsOffice(office ?? '')) : null;
  if (!sent) {
    findings.add(
      head.sentAt ? 'BAD_TIME' : 'MISSING_FIELD',
      'ERROR',
      'Head/SendTime',
      head.sentAt,
      whole.span,
    );
    return records.map(() => NOTHING);
  }
  const scope: ReceiptScope = { head, conveyance: readConveyance(response, head.mode, whole), office, sent };
  return records.map((record, index) =>
    readAnswer(record, scope, scopeOf(record, `Response/${record.name}[${index + 1}]`)),
  );
}

function readAnswer(record: XmlElement, scope: ReceiptScope, at: CustomsScope): UnitOutcome {
  const isBox = record.name === 'TransportEquipment';
  const documents = isBox ? [] : readBills(record, scope.head.mode, at);
  const boxes = (isBox ? [record] : listChildren(record, 'TransportEquipment')).flatMap(
    (equipment) => readBox(equipment, at) ?? [],
  );
  const responses = listChildren(record, 'ResponseType');
  if (responses.length === 0 || (documents.length === 0 && boxes.length === 0)) {
    const missing = responses.length === 0 ? 'ResponseType' : 'TransportContractDocument/ID';
    at.findings.add('MISSING_FIELD', 'ERROR', `${at.at}/${missing}`, null, at.span);
    return NOTHING;
  }
  const attested = responses.map((response) => ({
    event: claim({
      code: codeOf(response, scope, at),
      classifier: 'ACTUAL',
      time: scope.sent,
      place: scope.office ? resolveCustomsOffice(scope.office, at.places).ref : null,
      equipment: isBox ? (boxes[0] ?? null) : null,
      contents: isBox ? [] : boxes,
      transport: scope.conveyance,
      documents,
      reason: reasonOf(response),
      rawCode: rawCodeOf(response, scope),
    }),
    messageRef: scope.head.messageId,
    span: at.span,
    recordedAt: scope.sent.instant,
  }));
  return { message: { thread: null, version: versionOf(scope.sent.instant), attested, retraction: null } };
}

function codeOf(response: XmlElement, scope: ReceiptScope, at: CustomsScope): EventCode {
  const code = findText(response, 'Code') ?? '';
  const prefix = prefixOf(response);
  const known =
    (prefix ? PREFIXES.find(prefix)?.canonical : null) ?? RESPONSES.find(code, scope.head.kind)?.canonical;
  if (known) return known as EventCode;
  at.findings.unmapped(RESPONSES, code, `${at.at}/ResponseType/Code`, at.span);
  return 'UNMAPPED_DOCUMENT';
}

/** The five digits that the text of a receipt may begin with. */
function prefixOf(response: XmlElement): string | null {
  return /^\s*(\d{5})(?!\d)/.exec(findText(response, 'Text') ?? '')?.[1] ?? null;
}

function rawCodeOf(response: XmlElement, scope: ReceiptScope): string {
  const prefix = prefixOf(response);
  const answered = scope.head.type && scope.head.kind ? `${scope.head.type}/` : '';
  return `${answered}${findText(response, 'Code') ?? ''}${prefix ? `/${prefix}` : ''}`;
}

function reasonOf(response: XmlElement): Reason | null {
  const text = findText(response, 'Text');
  if (!text) return null;
  return { scheme: 'GACC_RESPONSE', code: prefixOf(response) ?? findText(response, 'Code'), text };
}
