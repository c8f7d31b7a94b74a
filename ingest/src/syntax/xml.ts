import { SaxesParser } from 'saxes';
import type { IssueCode } from 'graph-schema/domain/message';
import { latin1 } from './charset.ts';
import { decodeText, type DecodedText } from './decoded-text.ts';

/**
 * XML 1.0 (fifth edition) as business documents use it:
 *
 *   document = [byte order mark] [<?xml version="1.0" encoding="…"?>] element
 *   element  = <prefix:name attribute="value"> (text | element | CDATA)* </prefix:name>
 *
 * No document type: a DOCTYPE is refused (clause 2.8 allows it, no sender of ours needs it, and every entity attack
 * starts there), so only the five built-in entities and character references exist. Depth, attributes and number of
 * elements are capped. Names lose their prefix: senders choose prefixes freely.
 */
export interface XmlElement {
  /** Local name, without prefix. */
  readonly name: string;
  /** As written, with prefixes; null when there are none. */
  readonly attributes: Readonly<Record<string, string>> | null;
  readonly children: readonly XmlElement[];
  /** Own text, trimmed; "" when there is none. */
  readonly text: string;
  /** Indexes in the decoded text, `[start, end)`; `XmlDocument.offsetOf` turns them into bytes. */
  readonly start: number;
  readonly end: number;
}

export interface XmlFailure {
  readonly code: Extract<IssueCode, 'EMPTY_MESSAGE' | 'TRUNCATED' | 'BAD_SYNTAX' | 'TOO_LARGE'>;
  /** What is wrong, for the sender: `DOCTYPE is not accepted`. */
  readonly message: string;
  /** Index in the decoded text where reading stopped. */
  readonly at: number;
}

export interface XmlDocument {
  /** Null when the document is empty or refused; after a failure it holds what was closed before it. */
  readonly root: XmlElement | null;
  /** The root was closed: nothing of it is missing. */
  readonly isComplete: boolean;
  readonly failure: XmlFailure | null;
  readonly source: DecodedText;
}

export const XML_LIMITS = { depth: 64, attributes: 64, elements: 2_000_000 } as const;

const CHUNK = 1 << 16;
const NO_CHILDREN: readonly XmlElement[] = Object.freeze([]);

interface OpenElement {
  name: string;
  attributes: Readonly<Record<string, string>> | null;
  children: readonly XmlElement[];
  text: string;
  start: number;
  end: number;
}

function localName(name: string): string {
  const colon = name.indexOf(':');
  return colon < 0 ? name : name.slice(colon + 1);
}

const PADDING = new Set([0x00, 0x09, 0x0a, 0x0d, 0x1a, 0x20, 0xfeff]);

function contentStart(text: string): number {
  let at = 0;
  while (at < text.length && PADDING.has(text.charCodeAt(at))) at += 1;
  return at;
}

function contentEnd(text: string, begin: number): number {
  let at = text.length;
  while (at > begin && PADDING.has(text.charCodeAt(at - 1))) at -= 1;
  return at;
}

/** Bytes in which an XML declaration with its `encoding` ends, if there is one. */
const PROLOG_BYTES = 240;
const ENCODING = /<\?xml[^>]*?encoding\s*=\s*["']([\w.:-]+)["']/i;

/**
 * Reads a whole document. Never throws; cost is linear in the number of bytes. Without a declaration it is UTF-8
 * (clause 4.3.3). Chinese customs XML that says UTF-8 is GBK often enough, and the reverse happens, so a declaration
 * that the bytes disprove is flagged and the other set taken.
 */
export function parseXml(bytes: Uint8Array, fallbackCharset: string): XmlDocument {
  const declared = ENCODING.exec(latin1(bytes.subarray(0, PROLOG_BYTES)))?.[1] ?? 'utf-8';
  return parseXmlText(decodeText(bytes, declared, fallbackCharset));
}

/** Reads a document that is already text, for instance one that was escaped inside another. */
export function parseXmlText(source: DecodedText): XmlDocument {
  const { text } = source;
  // Blanks before the declaration and padding after the root are common on file transfers, and harmless.
  const begin = contentStart(text);
  const limit = contentEnd(text, begin);
  const parser = new SaxesParser({ position: false });
  const open: OpenElement[] = [];
  let root: OpenElement | null = null;
  let isComplete = false;
  let elements = 0;
  let attributes = 0;
  let failure: XmlFailure | null = null;
  const fail = (code: XmlFailure['code'], message: string): void => {
    failure ??= { code, message, at: Math.min(begin + parser.position, text.length) };
  };
  parser.on('error', (error) => fail('BAD_SYNTAX', error.message));
  parser.on('doctype', () => fail('BAD_SYNTAX', 'DOCTYPE is not accepted'));
  parser.on('attribute', () => {
    attributes += 1;
    if (attributes > XML_LIMITS.attributes) fail('TOO_LARGE', 'too many attributes');
  });
  parser.on('opentagstart', (tag) => {
    attributes = 0;
    if (failure) return;
    elements += 1;
    if (open.length >= XML_LIMITS.depth) return fail('TOO_LARGE', 'elements are nested too deeply');
    if (elements > XML_LIMITS.elements) return fail('TOO_LARGE', 'too many elements');
    const start = text.lastIndexOf('<', begin + parser.position - 1);
    const element = {
      name: localName(tag.name),
      attributes: null,
      children: NO_CHILDREN,
      text: '',
      start,
      end: start,
    };
    root ??= element;
    open.push(element);
  });
  parser.on('opentag', (tag) => {
    const top = open.at(-1);
    if (!failure && top && attributes > 0) top.attributes = { ...tag.attributes } as Record<string, string>;
  });
  const takeText = (piece: string): void => {
    const top = open.at(-1);
    if (!failure && top) top.text += piece;
  };
  parser.on('text', takeText);
  parser.on('cdata', takeText);
  parser.on('closetag', () => {
    if (failure) return;
    const closed = open.pop();
    if (!closed) return;
    closed.text = closed.text.trim();
    closed.end = Math.min(begin + parser.position, text.length);
    const parent = open.at(-1);
    if (!parent) isComplete = true;
    else if (parent.children === NO_CHILDREN) parent.children = [closed];
    else (parent.children as XmlElement[]).push(closed);
  });
  for (let at = begin; at < limit; at += CHUNK) {
    parser.write(text.slice(at, Math.min(at + CHUNK, limit)));
    // After the first error the parser only guesses.
    if (failure) break;
  }
  if (!failure && !root) fail(begin === limit ? 'EMPTY_MESSAGE' : 'TRUNCATED', 'no element');
  if (!failure && !isComplete) fail('TRUNCATED', 'the document ends before its root is closed');
  return { root, isComplete, failure, source };
}
