import type { Span } from 'graph-schema/domain/tracking-event';
import type { Findings } from './findings.ts';
import { parseXml, type XmlDocument, type XmlElement } from './xml.ts';

/** A document that was read to its end. */
export interface WholeXml {
  /** Of a document in a SOAP body its own. */
  readonly root: XmlElement;
  /** Bytes of an element in what was received. */
  readonly spanOf: (element: XmlElement) => Span;
}

/**
 * Reads a document that is to be applied. A cut or broken one is never half applied, though its head may read well:
 * null, and a finding says why.
 */
export function readWholeXml(
  bytes: Uint8Array,
  fallbackCharset: string,
  findings: Findings,
): WholeXml | null {
  const document = parseXml(bytes, fallbackCharset);
  findings.include(document.source.charsetIssue);
  return wholeXml(document, bytes.length, findings);
}

/** The same for a document that is read already, `byteLength` being the length of the message around it. */
export function wholeXml(document: XmlDocument, byteLength: number, findings: Findings): WholeXml | null {
  const { root, isComplete, failure, source } = document;
  const { offsetOf } = source;
  if (failure) {
    const start = Math.min(offsetOf(failure.at), byteLength);
    findings.add(failure.code, 'ERROR', 'document', failure.message, { start, end: byteLength });
  }
  if (!root || !isComplete) return null;
  return {
    root: soapContent(root),
    spanOf: ({ start, end }) => ({ start: offsetOf(start), end: offsetOf(end) }),
  };
}

/** What a SOAP envelope carries, where that is one document; else the root itself. */
function soapContent(root: XmlElement): XmlElement {
  if (root.name !== 'Envelope') return root;
  const body = root.children.find(({ name }) => name === 'Body');
  const [content, ...others] = body?.children ?? [];
  return content && others.length === 0 ? content : root;
}
