/** First of the private characters that stand for what is quoted: 0xE000 + the character, which is below 0x80. */
const PRIVATE = 0xe000;
const STRUCTURE = /[,;\t|\r\n]/g;
const OPENS = /(^|[,;\t|\r\n])([ ]*)"/g;

/**
 * Text without its quotes, in which no delimiter and no line end is left that a quoted cell holds: these become private
 * characters. A quote that nothing closes is a character like any other. Linear: text is looked at twice at most.
 */
export function shielded(text: string): string {
  if (!text.includes('"')) return text;
  let out = '';
  let at = 0;
  OPENS.lastIndex = 0;
  for (let open = OPENS.exec(text); open; open = OPENS.exec(text)) {
    const start = OPENS.lastIndex;
    const end = closing(text, start);
    if (end < 0) break;
    const quoted = text.slice(start, end).replaceAll('""', '"');
    out += text.slice(at, start - 1) + quoted.replace(STRUCTURE, (mark) => privateOf(mark));
    at = end + 1;
    OPENS.lastIndex = at;
  }
  return out + text.slice(at);
}

export function unshielded(cell: string): string {
  return cell.replace(/[\ue000-\ue07f]/g, (mark) => String.fromCharCode(mark.charCodeAt(0) - PRIVATE));
}

/** Where the quote is that closes a cell; two stand for one. */
function closing(text: string, from: number): number {
  let at = text.indexOf('"', from);
  while (at >= 0 && text[at + 1] === '"') at = text.indexOf('"', at + 2);
  return at;
}

function privateOf(mark: string): string {
  return String.fromCharCode(PRIVATE + mark.charCodeAt(0));
}
