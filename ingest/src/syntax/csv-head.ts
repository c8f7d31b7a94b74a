import { chooseCharset } from './charset.ts';

const DELIMITERS = [',', ';', '\t', '|'] as const;
export type Delimiter = (typeof DELIMITERS)[number];

/** The delimiter that the first line holds most of outside quotes; a comma when it holds none. */
export function sniffDelimiter(firstLine: string): Delimiter {
  const bare = firstLine.replaceAll(/"[^"]*"/g, '');
  const count = (delimiter: string): number => bare.split(delimiter).length;
  const byUse = DELIMITERS.toSorted((a, b) => count(b) - count(a));
  return byUse[0] ?? ',';
}

/** A title, and notes for readers, may stand above the header: so many lines are looked at for it. */
export const HEAD_LINES = 12;

/** The delimiter of the first line that has three cells by any; of a file without such a line that of its first. */
export function sniffLines(lines: readonly string[]): Delimiter {
  const wide = lines.find((line) => line.split(sniffDelimiter(line)).length >= 3);
  return sniffDelimiter(wide ?? lines[0] ?? '');
}

/**
 * The cells of the first lines of what detection is given (Latin-1, one character per byte), quotes only taken off. The
 * last line may be cut.
 */
export function headRows(head: string): readonly (readonly string[])[] {
  const bytes = Buffer.from(head, 'latin1');
  const isWide = (bytes[0] === 0xff && bytes[1] === 0xfe) || bytes.subarray(0, 64).includes(0);
  const whole = wholeCharacters(bytes);
  const text = isWide
    ? bytes.toString('utf16le').replace(/^\ufeff/, '')
    : new TextDecoder(chooseCharset(whole, null, 'gb18030').charset).decode(whole);
  const lines = text.split(/[\r\n]+/, HEAD_LINES).filter((line) => line.trim() !== '');
  const delimiter = sniffLines(lines);
  return lines.map((line) => line.split(delimiter).map(unquoted));
}

function unquoted(cell: string): string {
  return cell
    .trim()
    .replace(/^"(.*)"$/, '$1')
    .trim();
}

/** Without the first bytes of a UTF-8 character that a cut left incomplete at the end. */
export function wholeCharacters(bytes: Uint8Array): Uint8Array {
  let tail = 0;
  while (tail < 3 && ((bytes.at(-1 - tail) ?? 0) & 0xc0) === 0x80) tail += 1;
  const lead = bytes.at(-1 - tail) ?? 0;
  const wanted = lead >= 0xf0 ? 3 : lead >= 0xe0 ? 2 : lead >= 0xc2 ? 1 : 0;
  return tail < wanted ? bytes.subarray(0, bytes.length - tail - 1) : bytes;
}
