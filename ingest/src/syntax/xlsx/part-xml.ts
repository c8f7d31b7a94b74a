import { SaxesParser } from 'saxes';
import { ZipError } from './zip.ts';

/** Attributes by local name: programs choose prefixes freely. */
export type PartAttributes = (name: string) => string | null;

export interface PartHandlers {
  readonly open: (name: string, attributes: PartAttributes) => void;
  readonly text: (text: string) => void;
  readonly close: (name: string) => void;
}

const CHUNK = 1 << 16;

/**
 * Reads the XML of a part of a workbook as it comes, so that a sheet of a million cells is no tree of a million
 * elements. Throws `ZipError` where it is no XML; a document type is refused, as everywhere.
 */
export function readPart(bytes: Uint8Array, part: string, handlers: PartHandlers): void {
  const parser = new SaxesParser({ position: false });
  const refuse = (message: string): never => {
    throw new ZipError('BAD_SYNTAX', `${part}: ${message}`);
  };
  parser.on('error', (error) => refuse(error.message));
  parser.on('doctype', () => refuse('DOCTYPE is not accepted'));
  parser.on('opentag', (tag) => {
    const attributes = tag.attributes as Record<string, string>;
    handlers.open(local(tag.name), (name) => attributes[name] ?? prefixed(attributes, name));
  });
  parser.on('text', handlers.text);
  parser.on('cdata', handlers.text);
  parser.on('closetag', (tag) => handlers.close(local(tag.name)));
  const text = new TextDecoder(charsetOf(bytes)).decode(bytes);
  for (let at = 0; at < text.length; at += CHUNK) parser.write(text.slice(at, at + CHUNK));
  parser.close();
}

function prefixed(attributes: Readonly<Record<string, string>>, name: string): string | null {
  const key = Object.keys(attributes).find((one) => one.endsWith(`:${name}`));
  return key === undefined ? null : (attributes[key] ?? null);
}

function local(name: string): string {
  const colon = name.indexOf(':');
  return colon < 0 ? name : name.slice(colon + 1);
}

/** Parts are UTF-8 or UTF-16 with a byte order mark (ECMA-376 part 2). */
function charsetOf(bytes: Uint8Array): string {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le';
  return bytes[0] === 0xfe && bytes[1] === 0xff ? 'utf-16be' : 'utf-8';
}
