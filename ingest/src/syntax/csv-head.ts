import { chooseCharset } from './charset.ts';
import { shielded, unshielded } from './csv-quotes.ts';

const DELIMITERS = [',', ';', '\t', '|'] as const;
export type Delimiter = (typeof DELIMITERS)[number];

/** A title, and notes for readers, may stand above the header: so many lines are looked at for it. */
export const HEAD_LINES = 12;

/**
 * The delimiter that cuts most of the first lines, then most of them into as many cells, then into most cells; a comma when
 * none does. Titles have commas and amounts have decimal commas, but only the delimiter stands in the header and every row.
 */
export function sniffDelimiter(text: string): Delimiter {
  const lines = shieldedLines(text);
  const uses = DELIMITERS.map((delimiter) => {
    const counts = lines.map((line) => line.split(delimiter).length).filter((count) => count > 1);
    const alike = Math.max(0, ...counts.map((count) => counts.filter((other) => other === count).length));
    const cells = counts.reduce((sum, count) => sum + count, 0);
    return { delimiter, lines: counts.length, alike, cells };
  });
  const [most] = uses.toSorted((a, b) => b.lines - a.lines || b.alike - a.alike || b.cells - a.cells);
  return most?.delimiter ?? ',';
}

/**
 * The cells of the first lines of what detection is given (Latin-1, one character per byte), with blanks around them. The last
 * line may be cut.
 */
export function headRows(head: string, fallbackCharset = 'gb18030'): readonly (readonly string[])[] {
  const text = headText(head, fallbackCharset);
  const delimiter = sniffDelimiter(text);
  return shieldedLines(text).map((line) => line.split(delimiter).map(unshielded));
}

function headText(head: string, fallbackCharset: string): string {
  const bytes = Buffer.from(head, 'latin1');
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return new TextDecoder('utf-16be').decode(bytes);
  if ((bytes[0] === 0xff && bytes[1] === 0xfe) || bytes.subarray(0, 64).includes(0))
    return bytes.toString('utf16le').replace(/^\ufeff/, '');
  const whole = wholeCharacters(bytes);
  return new TextDecoder(chooseCharset(whole, null, fallbackCharset).charset).decode(whole);
}

function shieldedLines(text: string): string[] {
  return shielded(text)
    .split(/[\r\n]+/, HEAD_LINES)
    .filter((line) => line.trim() !== '');
}

/** Without the first bytes of a UTF-8 character that a cut left incomplete at the end. */
export function wholeCharacters(bytes: Uint8Array): Uint8Array {
  let tail = 0;
  while (tail < 3 && ((bytes.at(-1 - tail) ?? 0) & 0xc0) === 0x80) tail += 1;
  const lead = bytes.at(-1 - tail) ?? 0;
  const wanted = lead >= 0xf0 ? 3 : lead >= 0xe0 ? 2 : lead >= 0xc2 ? 1 : 0;
  return tail < wanted ? bytes.subarray(0, bytes.length - tail - 1) : bytes;
}
