import type { ReadMessage } from 'graph-schema/domain/message';
import type { DocumentRef } from 'graph-schema/domain/tracking-event';
import type { XmlElement } from '../../syntax/xml.ts';
import { readIssue } from './cargo-xml-issue.ts';
import type { CargoXmlScope } from './cargo-xml.ts';

/** A house waybill with its master, as one claim: that ties them, and keeps sisters apart. */
export function readHouse(
  house: DocumentRef,
  master: DocumentRef,
  consignment: XmlElement,
  root: XmlElement,
  scope: CargoXmlScope,
  message: string,
): readonly ReadMessage[] {
  const thread = `${message}:${master.number}:${house.number}`;
  const given = { thread, message, root, consignment, unit: consignment, documents: [house, master] };
  return readIssue(given, scope);
}
