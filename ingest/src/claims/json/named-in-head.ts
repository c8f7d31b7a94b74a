import { isUtf8 } from 'node:buffer';

/** Elements and attributes of XML are not told apart from others: names of elements alone are looked for. */
const JSON_NAMES = /"([^"\\]{1,60})"\s*:/g;
const XML_NAMES = /<(?:[\w.-]+:)?([^\s<>/?!:]{1,60})/g;
// oxlint-disable-next-line no-control-regex
const ASCII = /^[\0-\x7f]*$/;

let last: { readonly head: string; readonly names: readonly string[] } = { head: '', names: [] };

/**
 * The names that the first bytes of a JSON or XML message use, each once; `head` is Latin-1, as detection has it. Many formats
 * ask of the same head one after another, so the last answer is kept.
 */
export function namesInHead(head: string): readonly string[] {
  if (last.head !== head) {
    const found = [...head.matchAll(head.startsWith('<') ? XML_NAMES : JSON_NAMES)];
    last = { head, names: [...new Set(found.map(([, name = '']) => decodeName(name)))] };
  }
  return last.names;
}

/** Latin-1, as detection has it, in the set that the message declares, if it is that; else UTF-8, else GB 18030. */
export function decodeName(latin1: string, declared: string | null = null): string {
  if (ASCII.test(latin1)) return latin1;
  const bytes = Buffer.from(latin1, 'latin1');
  if (isUtf8(bytes)) return bytes.toString('utf8');
  try {
    return new TextDecoder(declared ?? 'gb18030').decode(bytes);
  } catch {
    return new TextDecoder('gb18030').decode(bytes);
  }
}

/** A function of names that remembers what it made of the last ones: messages repeat few names very often. */
export function rememberNames<T>(make: (name: string) => T): (name: string) => T {
  const known = new Map<string, T>();
  return (name) => {
    const found = known.get(name);
    if (found !== undefined) return found;
    if (known.size >= MOST_NAMES) known.clear();
    const made = make(name);
    known.set(name, made);
    return made;
  };
}

const MOST_NAMES = 2000;
