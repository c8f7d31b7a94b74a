import { claim } from 'graph-schema/domain/claim';
import type { EventClassifier, EventCode } from 'graph-schema/domain/event-code';
import { resolveCustomsOffice } from 'graph-schema/domain/resolve-place';
import type { EventTime, Reason, TransportRef } from 'graph-schema/domain/tracking-event';
import { loadCodeList } from 'graph-schema/reference/code-list';
import type { SenderContext } from '../../claims/claim-context.ts';
import { readConveyance } from '../../claims/cn-customs/conveyance.ts';
import type { CustomsScope, scopesOf } from '../../claims/cn-customs/customs-scope.ts';
import { readHead, type ManifestHead } from '../../claims/cn-customs/manifest-head.ts';
import {
  listRecords,
  nothingOf,
  readEachManifest,
  readEachRecord,
  readSubject,
  refuseAll,
  sentTime,
} from '../../claims/cn-customs/manifest-record.ts';
import { namedBy } from '../../claims/cn-ports/meaning.ts';
import { versionOf } from '../../claims/message-action.ts';
import type { Findings } from '../../syntax/findings.ts';
import { NOTHING, type UnitOutcome } from '../../syntax/units.ts';
import { findChild, findText, listChildren } from '../../syntax/xml-path.ts';
import type { WholeXml } from '../../syntax/xml-whole.ts';
import type { XmlElement } from '../../syntax/xml.ts';

const RESPONSES = loadCodeList('cn-manifest-receipt-xml/response-codes');
const PREFIXES = loadCodeList('cn-manifest-receipt-xml/text-prefixes');
const PHRASES = loadCodeList('cn-manifest-receipt-xml/text-phrases');

interface ReceiptScope {
  readonly head: ManifestHead;
  readonly conveyance: TransportRef | null;
  readonly office: string | null;
  readonly sent: EventTime;
}

/** Reads a complete document, of one receipt or several. */
export function readReceipts(document: WholeXml, context: SenderContext, findings: Findings): UnitOutcome[] {
  return readEachManifest(document, context, findings, (root, scopeOf) =>
    readReceipt(root, scopeOf, findings),
  );
}

/** One outcome for each bill, or box, that is answered. */
function readReceipt(
  root: XmlElement,
  scopeOf: ReturnType<typeof scopesOf>,
  findings: Findings,
): readonly UnitOutcome[] {
  const response = root.name === 'Response' ? root : findChild(root, 'Response');
  const records = listRecords(response);
  const whole = scopeOf(response ?? root, response ? 'Response' : 'Manifest');
  if (!response || records.length === 0) {
    // A receipt for the file as a whole names no cargo; what it says is kept for the operator.
    const text = [findText(response, 'ResponseType', 'Code'), findText(response, 'ResponseType', 'Text')];
    const said = text.filter((part) => part !== null).join(' ') || null;
    return refuseAll(whole, [], 'MISSING_FIELD', 'Response/Consignment', said);
  }
  const head = readHead(root, whole);
  if (!head) return nothingOf(records);
  const office = [head.senderId, head.receiverId].find((code) => /^\d{4}$/.test(code ?? '')) ?? null;
  const sent = sentTime(head, office, whole);
  if (!sent) return nothingOf(records);
  const scope: ReceiptScope = { head, conveyance: readConveyance(response, head.mode, whole), office, sent };
  return readEachRecord(records, 'Response', scopeOf, findings, (record, at) =>
    readAnswer(record, scope, at),
  );
}

function readAnswer(record: XmlElement, scope: ReceiptScope, at: CustomsScope): UnitOutcome {
  const { isBox, documents, boxes } = readSubject(record, scope.head.mode, at);
  const responses = listChildren(record, 'ResponseType');
  if (responses.length === 0 || (documents.length === 0 && boxes.length === 0)) {
    const missing = responses.length === 0 ? 'ResponseType' : 'TransportContractDocument/ID';
    at.findings.add('MISSING_FIELD', 'ERROR', `${at.at}/${missing}`, null, at.span);
    return NOTHING;
  }
  const attested = responses.map((response) => ({
    event: claim({
      ...saidBy(response, scope, at),
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

/** `REQUESTED:MANIFEST_DELETED`: a deletion was asked for and is refused; the manifest stands as it was. */
function saidBy(
  response: XmlElement,
  scope: ReceiptScope,
  at: CustomsScope,
): { readonly code: EventCode; readonly classifier: EventClassifier } {
  const [first = '', second] = meaningOf(response, scope, at).split(':');
  return second
    ? { code: second as EventCode, classifier: first as EventClassifier }
    : { code: first as EventCode, classifier: 'ACTUAL' };
}

/** By the five digits, else by what the words name as answered, else by the code; each for the kind of message answered. */
function meaningOf(response: XmlElement, { head }: ReceiptScope, at: CustomsScope): string {
  const code = findText(response, 'Code') ?? '';
  const prefix = prefixOf(response);
  const text = findText(response, 'Text') ?? '';
  const isToManifest = head.kind === null || head.kind === '1' || head.kind === '2';
  const phrase = isToManifest ? PHRASES.rows.find((row) => text.includes(row.code))?.code : null;
  const row = RESPONSES.find(code, head.kind);
  const known =
    (prefix ? namedBy(PREFIXES.find(prefix, head.kind)) : null) ??
    (phrase ? namedBy(PHRASES.find(phrase)) : null) ??
    namedBy(row);
  if (known !== null) return known;
  const severity = row ? 'INFO' : 'WARNING';
  at.findings.unmapped(RESPONSES, code, `${at.at}/ResponseType/Code`, at.span, severity, head.kind);
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
