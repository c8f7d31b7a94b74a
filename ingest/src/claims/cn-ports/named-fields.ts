import { loadCodeList, type CodeList } from 'graph-schema/reference/code-list';
import { namesInHead, rememberNames } from '../json/named-in-head.ts';

/** A record as any vendor writes it: fields by the names of a code list, the first that is not empty. */
export interface NamedRecord {
  /** Text, or number as text; null when it is left out, empty or something else. */
  readonly text: (field: string) => string | null;
  /** A finite number, null as with `text`. */
  readonly number: (field: string) => number | null;
  /** All texts of a field that may be a list, or a text with several values in it. */
  readonly texts: (field: string) => readonly string[];
}

/** Without case, blanks and marks. */
const comparable = rememberNames((name) =>
  name
    .normalize('NFKC')
    .toUpperCase()
    .replace(/[\s_\-.]/g, ''),
);

/** How deep objects and lists within a record are looked into. */
const DEEPEST = 6;
/** Names that say nothing by themselves: in an object they are what the object is called after, `containers: [{ number }]`. */
const VALUE_NAMES: ReadonlySet<string> = new Set(
  ['NUMBER', 'NO', 'ID', 'CODE', 'VALUE', 'TEXT', '号码', '编号'].map((name) => comparable(name)),
);

/** Names differ by vendor, so they are rows of a list: code the name without case and marks, canonical the field. */
export class NamedFields {
  readonly #fields = new Map<string, string>();

  /** Of several lists the last that has a name wins. */
  constructor(lists: readonly CodeList[]) {
    for (const { code, canonical } of lists.flatMap(({ rows }) => rows))
      if (canonical !== null) this.#fields.set(comparable(code), canonical);
  }

  /** The field that a name means, or null: `CTN_NO`, `ctnNo` and `Ctn-No` are one. */
  fieldOf(name: string): string | null {
    return this.#fields.get(comparable(name)) ?? null;
  }

  read(object: Readonly<Record<string, unknown>>): NamedRecord {
    const values = new Map<string, string[]>();
    this.#collect(object, values, 0, '');
    const text = (field: string): string | null => values.get(field)?.[0] ?? null;
    return {
      text,
      number: (field) => {
        const written = text(field);
        return written !== null && /^[+-]?\d{1,18}(?:\.\d{1,12})?$/.test(written) ? Number(written) : null;
      },
      texts: (field) => {
        const parts = (values.get(field) ?? []).flatMap((part) => part.split(/[\s,;，；、|]+/));
        return [...new Set(parts.filter((part) => part !== ''))];
      },
    };
  }

  /**
   * Objects and lists of objects are parts of the record: what they name is said of it. Only where their own name means a
   * field with a colon at its end they speak of something else, and their fields are called `crossing:direction`. `holder` is
   * the field that an object is the value of.
   */
  #collect(
    object: Readonly<Record<string, unknown>>,
    into: Map<string, string[]>,
    depth: number,
    within: string,
    holder: string | null = null,
  ): void {
    for (const [name, value] of Object.entries(object)) {
      const own = within === '' ? this.fieldOf(name) : `${within}${name}`;
      const field = own ?? (VALUE_NAMES.has(comparable(name)) ? holder : null);
      this.#take(field, value, into, depth, within);
    }
  }

  #take(
    field: string | null,
    value: unknown,
    into: Map<string, string[]>,
    depth: number,
    within: string,
  ): void {
    if (depth >= DEEPEST) return;
    if (Array.isArray(value)) {
      for (const one of value) this.#take(field, one, into, depth + 1, within);
    } else if (isObject(value)) {
      const isApart = field?.endsWith(':') ?? false;
      this.#collect(value, into, depth + 1, isApart ? (field ?? '') : within, isApart ? null : field);
    } else if (field !== null) {
      const text = textOf(value);
      const known = into.get(field);
      if (text !== null && known) known.push(text);
      else if (text !== null) into.set(field, [text]);
    }
  }

  /** Fields that the first bytes of a JSON or XML message name; `head` is Latin-1, as detection has it. */
  namedIn(head: string): ReadonlySet<string> {
    return new Set(namesInHead(head).flatMap((name) => this.fieldOf(name) ?? []));
  }
}

/** True for the first bytes of a JSON or XML message that name all of these fields. */
export function namesAll(head: string, fields: NamedFields, wanted: readonly string[]): boolean {
  if (!/^[<[{]/.test(head)) return false;
  const named = fields.namedIn(head);
  return wanted.every((field) => named.has(field));
}

/** The names of one kind of message alone. */
export function loadOwnFields(own: string): NamedFields {
  return new NamedFields([loadCodeList(own)]);
}

/** The names that all ports use, and those of one kind of message. */
export function loadNamedFields(own: string): NamedFields {
  return new NamedFields([loadCodeList('cn-ports/fields'), loadCodeList(own)]);
}

function textOf(value: unknown): string | null {
  if (typeof value === 'string') return value.trim() === '' ? null : value.trim();
  return typeof value === 'number' || typeof value === 'boolean' ? String(value) : null;
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
