/** Constructs that hold marks of their own, and how they end. */
const OPAQUE = [
  ['<!--', '-->'],
  ['<![CDATA[', ']]>'],
  ['<?', '?>'],
  ['<!', '>'],
] as const;

/**
 * Where XML documents begin that stand one after another, with prologs or without: each element that opens where none is
 * open begins one, together with the prolog and comments before it. A prolog inside an element shows that the document
 * before it was cut. Linear in the text; what is no XML any more belongs to the document that it stands in.
 */
export function xmlStarts(text: string, from: number): number[] {
  const starts: number[] = [];
  let depth = 0;
  let begins: number | null = null;
  for (let at = text.indexOf('<', from); at >= 0; at = text.indexOf('<', at)) {
    if (text.startsWith('<?xml', at)) depth = 0;
    if (depth === 0) begins ??= at;
    const opaque = OPAQUE.find(([mark]) => text.startsWith(mark, at));
    const end = opaque ? after(text, opaque[1], at + opaque[0].length) : endOfTag(text, at);
    if (end < 0) return starts;
    if (!opaque && text[at + 1] === '/') depth = Math.max(0, depth - 1);
    else if (!opaque) {
      if (depth === 0) starts.push(begins ?? at);
      begins = null;
      if (text[end - 2] !== '/') depth += 1;
    }
    at = end;
  }
  return starts;
}

function after(text: string, mark: string, from: number): number {
  const found = text.indexOf(mark, from);
  return found < 0 ? found : found + mark.length;
}

/** Behind the bracket that closes a tag, or before the one that opens another where it was cut. Quoted ones do neither. */
function endOfTag(text: string, from: number): number {
  for (let at = from + 1; at < text.length; at += 1) {
    const character = text[at];
    if (character === '>') return at + 1;
    if (character === '<') return at;
    if (character !== '"' && character !== "'") continue;
    at = text.indexOf(character, at + 1);
    if (at < 0) return at;
  }
  return -1;
}
