import type { Findings } from '../../syntax/findings.ts';
import { readWholeXml, wholeXml, type WholeXml } from '../../syntax/xml-whole.ts';
import { parseXmlText, type XmlElement } from '../../syntax/xml.ts';

/**
 * The message inside its transport wrapper: itself the root, an element of the SOAP body, or escaped text (or CDATA)
 * in it. Escaping changes lengths, so the evidence of an escaped message is the whole element that carries it. Null,
 * with a finding, when the document or the message in it is cut or broken, or holds no such message.
 */
export function openMessage(bytes: Uint8Array, charset: string, findings: Findings): WholeXml | null {
  const outer = readWholeXml(bytes, charset, findings);
  if (!outer) return null;
  const inPlace = findMessage(outer.root);
  if (inPlace) return { ...outer, root: inPlace };
  const escaped = findEscaped(outer.root);
  if (!escaped) {
    const whole = { start: 0, end: bytes.length };
    findings.add('BAD_SYNTAX', 'ERROR', 'document', 'no TrainRunningInformation inside', whole);
    return null;
  }
  const carrier = outer.spanOf(escaped);
  const text = { text: escaped.text, offsetOf: () => carrier.start, charsetIssue: null };
  const inner = wholeXml(parseXmlText(text), bytes.length, findings);
  return inner && { ...inner, spanOf: () => carrier };
}

function findMessage(element: XmlElement): XmlElement | null {
  if (element.name.startsWith('TrainRunningInformation')) return element;
  for (const child of element.children) {
    const found = findMessage(child);
    if (found) return found;
  }
  return null;
}

function findEscaped(element: XmlElement): XmlElement | null {
  if (element.text.includes('<') && element.text.includes('TrainRunningInformation')) return element;
  for (const child of element.children) {
    const found = findEscaped(child);
    if (found) return found;
  }
  return null;
}
