import { claim } from 'graph-schema/domain/claim';
import type { EventCode } from 'graph-schema/domain/event-code';
import { dimensionOf } from 'graph-schema/domain/event-code';
import { resolveCustomsOffice, type ResolvedPlace } from 'graph-schema/domain/resolve-place';
import type {
  DocumentRef,
  EquipmentRef,
  LoadState,
  Reason,
  TrackingEvent,
} from 'graph-schema/domain/tracking-event';
import { loadCodeList } from 'graph-schema/reference/code-list';
import type { CustomsScope } from '../../claims/cn-customs/customs-scope.ts';
import { readCustomsGoods } from '../../claims/cn-customs/goods.ts';
import { readSubject, type ManifestSubject } from '../../claims/cn-customs/manifest-record.ts';
import { readCustomsParties } from '../../claims/cn-customs/parties.ts';
import { customsQuantity } from '../../claims/cn-customs/quantity.ts';
import { meaningOf } from '../../claims/cn-ports/meaning.ts';
import { versionOf } from '../../claims/message-action.ts';
import { SILENT } from '../../syntax/findings.ts';
import { NOTHING, type UnitOutcome } from '../../syntax/units.ts';
import { findText, listDescendants } from '../../syntax/xml-path.ts';
import type { XmlElement } from '../../syntax/xml.ts';
import { routeOf, type ManifestScope } from './manifest-scope.ts';
import { readStamps } from './stamps.ts';

const CLAIMS = loadCodeList('cn-manifest-xml/claims');
const FULLNESS = loadCodeList('cn-manifest-xml/fullness');
const CHANGE_REASONS = loadCodeList('cn-manifest-xml/change-reasons');

/**
 * One bill of the message, as one message of its own: deletions and changes name bills, and a bill is unique only
 * within type, ship and voyage, so that is the thread.
 */
export function readConsignment(record: XmlElement, scope: ManifestScope, at: CustomsScope): UnitOutcome {
  const subject = readSubject(record, scope.head.mode, at);
  const { documents, boxes } = subject;
  if (documents.length === 0 && boxes.length === 0) {
    at.findings.add('MISSING_FIELD', 'ERROR', `${at.at}/TransportContractDocument/ID`, null, at.span);
    return NOTHING;
  }
  const thread = threadOf(scope, documents, boxes);
  const version = versionOf(scope.sent.instant);
  const about = { messageRef: scope.head.messageId, span: at.span, recordedAt: scope.sent.instant };
  const reason = reasonOf(record, at);
  if (scope.action === 'CANCEL') {
    // A deletion that says why the cargo does not come leaves that instead of what was said before.
    const instead = happened(record, scope, at, subject, reason).map((event) => ({ event, ...about }));
    const kind = instead.length === 0 ? 'CANCEL' : 'REPLACE';
    return { message: { thread, version, attested: instead, retraction: { kind, thread, version } } };
  }
  const event = manifestEvent(record, scope, at, subject, codeOf(scope, at), reason);
  const events = [event, ...readStamps(record, scope, at, event)];
  events.push(...happened(record, scope, at, subject, reason).filter(({ code }) => code !== event.code));
  return {
    message: {
      thread,
      version,
      attested: events.map((claimed) => ({ event: claimed, ...about })),
      retraction: scope.action === 'REPLACE' ? { kind: 'REPLACE', thread, version } : null,
    },
  };
}

/** What the reason of a change or deletion says of the cargo itself: 漏装 is a discrepancy, 拉货 takes it off its sailing. */
function happened(
  record: XmlElement,
  scope: ManifestScope,
  at: CustomsScope,
  subject: ManifestSubject,
  reason: Reason | null,
): TrackingEvent[] {
  const code = (reason?.code ? CHANGE_REASONS.find(reason.code)?.canonical : null) ?? null;
  if (reason === null || code === null) return [];
  // What is wrong with places and boxes was told with the paper.
  const told = manifestEvent(record, scope, { ...at, findings: SILENT }, subject, code as EventCode, reason);
  return [claim({ ...told, quantity: null, parties: [], goods: [], rawCode: reason.code })];
}

function threadOf(
  scope: ManifestScope,
  documents: readonly DocumentRef[],
  boxes: readonly EquipmentRef[],
): string {
  const { conveyance } = scope;
  const ship = conveyance?.vesselImo ?? conveyance?.flight ?? conveyance?.train ?? scope.conveyanceId;
  const run = conveyance?.voyage ?? conveyance?.departureDate ?? '';
  const bill = documents.map(({ number }) => number).join('/') || (boxes[0]?.reference ?? '');
  return `${scope.type}:${ship}/${run}:${bill}`;
}

function manifestEvent(
  record: XmlElement,
  scope: ManifestScope,
  at: CustomsScope,
  { isBox, documents, boxes, equipment }: ManifestSubject,
  code: EventCode,
  reason: Reason | null,
): TrackingEvent {
  const { loading, unloading } = routeOf(record, scope, at);
  const isArrival = scope.head.kind === '3';
  const place = placeOf(scope, at, loading, unloading);
  // A report about one box, without a bill, is about that box; a paper lists its boxes.
  const isAboutBox = documents.length === 0 || (dimensionOf(code) === 'LOGISTICS' && boxes.length === 1);
  return claim({
    code,
    classifier: 'ACTUAL',
    time: scope.sent,
    place: place && { ...place.ref, customsOffice: place.ref.customsOffice ?? scope.office },
    equipment: isAboutBox ? (boxes[0] ?? null) : null,
    contents: isAboutBox ? [] : boxes,
    loadState: loadStateOf(equipment, scope, at),
    transport: scope.conveyance,
    documents,
    quantity: customsQuantity(piecesOf(record), weightOf(record)),
    parties: isBox ? [] : readCustomsParties(record, scope.shared),
    goods: readCustomsGoods(record),
    // In an arrival report the unloading location is the supervised place itself, not the end of the voyage.
    from: isArrival ? null : (loading?.ref ?? null),
    to: isArrival ? null : (unloading?.ref ?? null),
    reason,
    rawCode: `${scope.type}/${scope.head.functionCode ?? ''}`,
  });
}

function codeOf(scope: ManifestScope, at: CustomsScope): EventCode {
  const digits = scope.type.slice(2);
  const known =
    CLAIMS.find(digits)?.canonical ??
    CLAIMS.find(`${scope.head.kind ?? ''}:${scope.head.functionCode ?? ''}`)?.canonical;
  if (known) return known as EventCode;
  at.findings.unmapped(CLAIMS, scope.type.slice(2), 'Head/MessageType', at.span);
  return 'UNMAPPED_DOCUMENT';
}

/** The Chinese end of the voyage: where an import is unloaded and an export loaded. */
function placeOf(
  scope: ManifestScope,
  at: CustomsScope,
  loading: ResolvedPlace | null,
  unloading: ResolvedPlace | null,
): ResolvedPlace | null {
  // Kinds 2 and 4 and variant 02 of kind 5 are about exports.
  const isExport = /^MT(?:[24]|5\d02|ECEX)/.test(scope.type);
  const order = isExport ? [loading, unloading] : [unloading, loading];
  return (
    order.find((place) => place?.ref.customsOffice || place?.place?.country === 'CN') ??
    (scope.office ? resolveCustomsOffice(scope.office, at.places) : null) ??
    order[0] ??
    null
  );
}

function piecesOf(record: XmlElement): string | null {
  return (
    findText(record, 'ConsignmentPackaging', 'QuantityQuantity') ?? findText(record, 'TotalPackageQuantity')
  );
}

function weightOf(record: XmlElement): string | null {
  return findText(record, 'TotalGrossMassMeasure') ?? findText(record, 'GoodsMeasure', 'GrossMassMeasure');
}

/** Full or empty, when all boxes of the record agree. */
function loadStateOf(
  equipment: readonly XmlElement[],
  scope: ManifestScope,
  at: CustomsScope,
): LoadState | null {
  // MTECIM and MTECEX are about empty boxes only, and so are 4405 and 4406.
  if (/^MT(?:EC|440[56])/.test(scope.type)) return 'EMPTY';
  const states = new Set(
    equipment.map((box) => meaningOf(FULLNESS, findText(box, 'FullnessCode'), at, at) as LoadState | null),
  );
  const [only = null] = states;
  return states.size === 1 ? only : null;
}

function reasonOf(record: XmlElement, at: CustomsScope): Reason | null {
  const [given] = listDescendants(record, 'ChangeReasonCode');
  if (!given?.text) return null;
  const known = CHANGE_REASONS.find(given.text);
  if (!known) at.findings.unmapped(CHANGE_REASONS, given.text, `${at.at}/ChangeReasonCode`, at.span);
  return { scheme: 'GACC_CHANGE_REASON', code: given.text, text: known?.meaningZh ?? null };
}
