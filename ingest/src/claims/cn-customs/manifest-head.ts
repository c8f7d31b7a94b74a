import type { TransportMode } from 'graph-schema/domain/tracking-event';
import { loadCodeList } from 'graph-schema/reference/code-list';
import { declaredNamespace, findChild, findText } from '../../syntax/xml-path.ts';
import type { XmlElement } from '../../syntax/xml.ts';
import type { CustomsScope } from './customs-scope.ts';

const MODES = loadCodeList('cn-manifest-xml/modes');
const TYPE_CODES = loadCodeList('cn-manifest-xml/type-codes');

/** Head of manifests and of the receipts to them (GACC announcement 2010 No. 70, after the WCO data model). */
export interface ManifestHead {
  readonly messageId: string | null;
  /** 9, 0, 2, 3, 5; 11 on receipts. */
  readonly functionCode: string | null;
  /** `MT1101`, from MessageType or else the namespace; local prefixes (`WLJK_MT3101`) are dropped. Null: no such type. */
  readonly type: string | null;
  /** Digit of the message kind: 1 original, 2 advance, 3 arrival, 4 load, 5 tally, 6 split, 7 packing, 8 change. */
  readonly kind: string | null;
  readonly mode: TransportMode;
  readonly senderId: string | null;
  readonly receiverId: string | null;
  readonly sentAt: string | null;
}

/** The head; null with a finding where the message is about a mode of transport that nobody knows. */
export function readHead(root: XmlElement, whole: CustomsScope): ManifestHead | null {
  const head = findChild(root, 'Head');
  const namespace = declaredNamespace(root);
  const said = findText(head, 'MessageType');
  const type =
    (mtType(said) === 'MT9999' ? mtType(namespace) : mtType(said)) ?? mtType(namespace) ?? mtType(said);
  const mode = modeOf(type, root, whole);
  if (mode === null) {
    const why = `${type ?? ''}: by which means of transport`;
    whole.findings.add('MESSAGE_NOT_MAPPED', 'ERROR', 'Head/MessageType', why, whole.span);
    return null;
  }
  const messageId = findText(head, 'MessageID');
  return {
    messageId,
    functionCode: findText(head, 'FunctionCode'),
    type,
    kind: type && type !== 'MT9999' ? type.charAt(2) : null,
    mode,
    senderId: findText(head, 'SenderID'),
    receiverId: findText(head, 'ReceiverID'),
    // Message ids end in the time of sending; some senders leave the field itself out.
    sentAt: findText(head, 'SendTime') ?? /_(\d{14,17})$/.exec(messageId ?? '')?.[1] ?? null,
  };
}

/** What the head says as its type, where that is none of the family. */
export function foreignType(root: XmlElement): string | null {
  return findText(findChild(root, 'Head'), 'MessageType');
}

/**
 * The third digit is the mode (1 sea, 2 air, 3 rail, 4 road); TypeCode of the conveyance numbers modes otherwise, and is
 * asked where the type has no digit (MT9999, MTECIM), which is usually by sea, or one that nobody knows.
 */
function modeOf(
  type: string | null,
  root: XmlElement,
  { findings, span }: CustomsScope,
): TransportMode | null {
  const digit = /^MT(?!9999)\d(\d)/.exec(type ?? '')?.[1] ?? null;
  const byType = digit === null ? null : MODES.find(digit)?.canonical;
  if (byType) return byType as TransportMode;
  if (digit !== null) findings.unmapped(MODES, digit, 'Head/MessageType', span);
  const body = findChild(root, 'Declaration') ?? findChild(root, 'Response') ?? root;
  const typeCode = findText(body, 'BorderTransportMeans', 'TypeCode');
  const byMeans = typeCode === null ? null : TYPE_CODES.find(typeCode)?.canonical;
  return ((byMeans ?? null) || (digit === null ? 'VESSEL' : null)) as TransportMode | null;
}

function mtType(text: string | null): string | null {
  return /MT(?:\d{4}|EC(?:IM|EX))/.exec(text ?? '')?.[0] ?? null;
}
