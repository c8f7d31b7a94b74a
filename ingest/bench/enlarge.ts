import type { MessageFormat } from '../src/formats/message-format.ts';

/** Fixed costs of a reading count little beside this many bytes. */
const ENOUGH = 256 * 1024;

/**
 * A sample repeated until it is large, where its grammar lets it: interchanges, files, telexes and sentences one after
 * another, rows below one header, elements of one array. A document that is one by its grammar stays as it is.
 */
export function enlarge(sample: Uint8Array, { id, member }: MessageFormat): Uint8Array {
  const text = Buffer.from(sample).toString('latin1');
  const times = Math.max(1, Math.ceil(ENOUGH / sample.length));
  if (member || /^(?:ais|adsb-sbs1|mvt|aar)/.test(id)) return bytesOf(ended(text).repeat(times));
  if (/(?:csv|table)/.test(id) && !text.startsWith('PK')) {
    const end = text.indexOf('\n') + 1;
    return bytesOf(text.slice(0, end) + ended(text.slice(end)).repeat(times));
  }
  const elements = /^\s*\[([\s\S]*)\]\s*$/.exec(text)?.[1];
  return elements === undefined
    ? sample
    : bytesOf(`[${Array.from({ length: times }, () => elements).join(',')}]`);
}

function ended(text: string): string {
  return text.endsWith('\n') ? text : `${text}\n`;
}

function bytesOf(text: string): Uint8Array {
  return new Uint8Array(Buffer.from(text, 'latin1'));
}
