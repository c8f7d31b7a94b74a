import { loadCodeList } from 'graph-schema/reference/code-list';
import type { Findings } from '../../syntax/findings.ts';
import { readWholeXml, wholeXml, type WholeXml } from '../../syntax/xml-whole.ts';
import { parseXmlText, type XmlElement } from '../../syntax/xml.ts';

const TYPES = loadCodeList('taf/message-types');
const NAMES = [...new Set(TYPES.rows.map(({ code }) => code.replace(/message$/, '')))].join('|');

/** Where a message begins, also escaped inside another document. Senders differ in case and underscores of its name. */
const START = new RegExp(
  `(?:<|&lt;|<!\\[CDATA\\[\\s*<)(?:[\\w.-]+:)?((?:${NAMES.replace('wagonetieta', 'wagoneti_?eta')})_?(?:Message)?)(?=[\\s>/]|&gt;)`,
  'i',
);

/** A message of the document; `whole` is null when what was escaped in the document is itself cut or broken. */
export interface TafMessage {
  readonly type: string;
  readonly whole: WholeXml | null;
}

/** Type of the first message in the head or text; null when it holds none. */
export function firstType(text: string): string | null {
  const name = START.exec(text)?.[1];
  return name === undefined ? null : typeOf(name);
}

function typeOf(name: string): string | null {
  return TYPES.find(name.toLowerCase().replaceAll('_', ''))?.canonical ?? null;
}

/**
 * The messages inside their transport wrapper: each itself the root, an element of the SOAP body, or escaped text (or
 * CDATA) in it. Escaping changes lengths, so the evidence of an escaped message is the whole element that carries it.
 * Empty, with a finding, when the document is cut or broken, or holds no message.
 */
export function openMessages(bytes: Uint8Array, charset: string, findings: Findings): TafMessage[] {
  const outer = readWholeXml(bytes, charset, findings);
  if (!outer) return [];
  const messages: TafMessage[] = [];
  const visit = (element: XmlElement): void => {
    const type = typeOf(element.name);
    if (type !== null) {
      messages.push({ type, whole: { ...outer, root: element } });
      return;
    }
    const escaped = element.text.includes('<') ? firstType(element.text) : null;
    if (escaped !== null) messages.push(openEscaped(escaped, element, outer, bytes.length, findings));
    for (const child of element.children) visit(child);
  };
  visit(outer.root);
  if (messages.length > 0) return messages;
  const unknown = unknownIn(outer.root);
  if (unknown) return [{ type: unknown.type, whole: { ...outer, root: unknown.carrier } }];
  const whole = { start: 0, end: bytes.length };
  findings.add('BAD_SYNTAX', 'ERROR', 'document', 'no TAF TSI message inside', whole);
  return [];
}

/** Parts of SOAP and of the common interface, in which messages travel. */
const WRAPPER = /^(?:Envelope|Body|UICMessage|message|(?:Receive|Send)\w*)$/i;
const BESIDE = /^(?:Header|Fault|signature|messageIdentifier)$/i;

/** The message of a type that the list does not have, by the name of its element: what the wrappers carry. */
function unknownIn(carrier: XmlElement): { readonly type: string; readonly carrier: XmlElement } | null {
  if (BESIDE.test(carrier.name)) return null;
  const escaped = /^\s*(?:<\?[^>]*>\s*)?<(?:[\w.-]+:)?([\w.-]{1,80})/.exec(carrier.text)?.[1];
  if (escaped !== undefined) return { type: escaped, carrier };
  if (!WRAPPER.test(carrier.name)) return { type: carrier.name, carrier };
  for (const child of carrier.children) {
    const found = unknownIn(child);
    if (found) return found;
  }
  return null;
}

function openEscaped(
  type: string,
  element: XmlElement,
  outer: WholeXml,
  byteLength: number,
  findings: Findings,
): TafMessage {
  const carrier = outer.spanOf(element);
  const text = { text: element.text, offsetOf: () => carrier.start, charsetIssue: null };
  const inner = wholeXml(parseXmlText(text), byteLength, findings);
  return { type, whole: inner && { ...inner, spanOf: () => carrier } };
}
