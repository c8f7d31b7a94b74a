import type { ProtobufField } from './read-protobuf.ts';

/** A value that is no message: the insides of the strings that stand together, or a word and its sign. */
export type TextScalar =
  { readonly strings: readonly string[] } | { readonly word: string; readonly isNegative: boolean };

const LONGEST_NUMBER = 64;
const INTEGER = /^(?:0[xX][0-9a-fA-F]{1,16}|0[0-7]*|[1-9]\d*)$/;
const FLOAT = /^(?:\d+(?:\.\d*)?|\.\d+)(?:[eE][+-]?\d+)?[fF]?$/;
const NOT_FINITE = new Map([
  ['inf', Infinity],
  ['infinity', Infinity],
  ['nan', Number.NaN],
]);
const TRUE: ReadonlySet<string> = new Set(['true', 'True', 't', '1']);
const FALSE: ReadonlySet<string> = new Set(['false', 'False', 'f', '0']);

/** `undefined` when the value is not of the field's type. */
export function scalarOf(scalar: TextScalar, { type, names }: ProtobufField): unknown {
  if ('strings' in scalar) return type === 'text' ? textOfStrings(scalar.strings) : undefined;
  const { word, isNegative } = scalar;
  if (type === 'bool') return isNegative ? undefined : boolOf(word);
  const size = type === 'int' ? integerOf(word) : type === 'text' ? undefined : floatOf(word);
  // A word of an enumeration that is newer than the table is kept as it is.
  if (size === undefined) return names && !isNegative && /^[A-Za-z_]/.test(word) ? word : undefined;
  const number = isNegative ? -size : size;
  return names?.[number] ?? number;
}

function boolOf(word: string): boolean | undefined {
  if (TRUE.has(word)) return true;
  return FALSE.has(word) ? false : undefined;
}

function integerOf(word: string): number | undefined {
  if (word.length > LONGEST_NUMBER || !INTEGER.test(word)) return undefined;
  return /^0[0-7]/.test(word) ? Number.parseInt(word, 8) : Number(word);
}

function floatOf(word: string): number | undefined {
  if (word.length > LONGEST_NUMBER) return undefined;
  return FLOAT.test(word) ? Number(word.replace(/[fF]$/, '')) : NOT_FINITE.get(word.toLowerCase());
}

const ESCAPE =
  /\\(?:([0-7]{1,3})|[xX]([0-9a-fA-F]{1,2})|u([dD][89abAB][0-9a-fA-F]{2})\\u([dD][c-fC-F][0-9a-fA-F]{2})|u([0-9a-fA-F]{4})|U([0-9a-fA-F]{8})|([abfnrtv?\\'"])|)/g;
const CONTROLS: Readonly<Record<string, string>> = {
  a: '\x07', b: '\b', f: '\f', n: '\n', r: '\r', t: '\t', v: '\v',
}; // prettier-ignore
const LAST_CHARACTER = 0x10ffff;
const decoder = new TextDecoder('utf-8', { ignoreBOM: true });

/**
 * Strings side by side are one, and an escape may be a single byte of a character (printers write Chinese as
 * `\345\256\201`): so all is put together as bytes, one character each, and decoded at the end.
 */
function textOfStrings(strings: readonly string[]): string | undefined {
  const joined = strings.join('');
  if (!joined.includes('\\')) return joined;
  let isBad = false;
  const bytes = strings.map((string) =>
    utf8Bytes(string).replace(
      ESCAPE,
      (_all, octal?: string, hex?: string, high?: string, low?: string, short?: string, long?: string, one?: string) => {
        if (octal !== undefined) return String.fromCharCode(Number.parseInt(octal, 8) & 0xff);
        if (hex !== undefined) return String.fromCharCode(Number.parseInt(hex, 16));
        if (one !== undefined) return CONTROLS[one] ?? one;
        if (high !== undefined && low !== undefined)
          return utf8Bytes(String.fromCharCode(Number.parseInt(high, 16), Number.parseInt(low, 16)));
        const code = Number.parseInt(short ?? long ?? '', 16);
        if (code <= LAST_CHARACTER) return utf8Bytes(String.fromCodePoint(code));
        isBad = true;
        return '';
      },
    ),
  ); // prettier-ignore
  return isBad ? undefined : decoder.decode(Buffer.from(bytes.join(''), 'latin1'));
}

/** UTF-8, one character per byte. */
function utf8Bytes(text: string): string {
  return Buffer.from(text, 'utf8').toString('latin1');
}
