import type { Findings } from '../../syntax/findings.ts';
import { readWholeXml } from '../../syntax/xml-whole.ts';
import type { XmlElement } from '../../syntax/xml.ts';
import { fieldOf, isReceipt, splitNumbers, type ReceiptRecord } from './receipt-record.ts';

/** All receipts of a document; null when it is cut or broken, or holds none (the findings say which). */
export function readXmlRecords(
  bytes: Uint8Array,
  charset: string,
  findings: Findings,
): ReceiptRecord[] | null {
  const document = readWholeXml(bytes, charset, findings);
  if (!document) return null;
  const { root, spanOf } = document;
  const elements: XmlElement[] = [];
  collect(root, elements);
  if (elements.length === 0) {
    findings.add('MISSING_FIELD', 'ERROR', root.name, 'CHANNEL, ENTRY_ID', spanOf(root));
    return null;
  }
  return elements.map((element, index) => ({
    fields: fieldsOf(element),
    containers: containersOf(element),
    at: `${element.name}[${index + 1}]`,
    span: spanOf(element),
  }));
}

function collect(element: XmlElement, into: XmlElement[]): void {
  // A field that is there and empty still makes the record: a receipt before numbering has an empty ENTRY_ID.
  const names = new Set(element.children.map((child) => fieldOf(child.name) ?? ''));
  if (isReceipt(names)) into.push(element);
  else for (const child of element.children) collect(child, into);
}

function fieldsOf(element: XmlElement): Map<string, string> {
  const fields = new Map<string, string>();
  for (const child of element.children) {
    const field = fieldOf(child.name);
    if (field && child.text !== '' && !fields.has(field)) fields.set(field, child.text);
  }
  return fields;
}

function containersOf(element: XmlElement): string[] {
  return element.children.flatMap((child) => {
    if (fieldOf(child.name) !== 'container') return [];
    return [...splitNumbers(child.text), ...containersOf(child)];
  });
}
