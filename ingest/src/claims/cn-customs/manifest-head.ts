import type { TransportMode } from 'graph-schema/domain/tracking-event';
import { loadCodeList } from 'graph-schema/reference/code-list';
import { findChild, findText } from '../../syntax/xml-path.ts';
import type { XmlElement } from '../../syntax/xml.ts';

const MODES = loadCodeList('cn-manifest-xml/modes');

/** Head of manifests and of the receipts to them (GACC announcement 2010 No. 70, after the WCO data model). */
export interface ManifestHead {
  readonly messageId: string | null;
  /** 9, 0, 2, 3, 5; 11 on receipts. */
  readonly functionCode: string | null;
  /** `MT1101`, from MessageType or else the namespace; local prefixes (`WLJK_MT3101`) are dropped. */
  readonly type: string | null;
  /** Digit of the message kind: 1 original, 2 advance, 3 arrival, 4 load, 5 tally, 6 split, 7 packing, 8 change. */
  readonly kind: string | null;
  readonly mode: TransportMode;
  readonly senderId: string | null;
  readonly receiverId: string | null;
  readonly sentAt: string | null;
}

export function readHead(root: XmlElement, namespace: string | null): ManifestHead {
  const head = findChild(root, 'Head');
  const said = findText(head, 'MessageType');
  const type =
    (mtType(said) === 'MT9999' ? mtType(namespace) : mtType(said)) ?? mtType(namespace) ?? mtType(said);
  // The third digit is the mode (1 sea, 2 air, 3 rail, 4 road); TypeCode of the conveyance numbers modes otherwise.
  const mode = MODES.find(type?.charAt(3) ?? '')?.canonical as TransportMode | undefined;
  const messageId = findText(head, 'MessageID');
  return {
    messageId,
    functionCode: findText(head, 'FunctionCode'),
    type,
    kind: type && type !== 'MT9999' ? type.charAt(2) : null,
    mode: mode ?? 'VESSEL',
    senderId: findText(head, 'SenderID'),
    receiverId: findText(head, 'ReceiverID'),
    // Message ids end in the time of sending; some senders leave the field itself out.
    sentAt: findText(head, 'SendTime') ?? /_(\d{14,17})$/.exec(messageId ?? '')?.[1] ?? null,
  };
}

function mtType(text: string | null): string | null {
  return /MT(?:\d{4}|EC(?:IM|EX))/.exec(text ?? '')?.[0] ?? null;
}
