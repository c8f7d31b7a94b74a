import type { CodeList } from 'graph-schema/reference/code-list';
import { comparable } from '../../syntax/csv-columns.ts';
import { asText, type JsonObject } from '../../syntax/json-fields.ts';
import type { XmlElement } from '../../syntax/xml.ts';
import { namesInHead, rememberNames } from '../json/named-in-head.ts';

/**
 * A part of an electronic note, XML or JSON: fields by the names that a code list has for them. Where several parts may
 * stand, one may stand without a list around it, and a list of one's own name (`<wagons><wagon/><wagon/></wagons>`)
 * is looked through.
 */
export interface NoteNode {
  /** Its own text; "" when it has parts only. */
  readonly own: string;
  /** The first text of a field, its own or that of an element without parts. */
  readonly text: (field: string) => string | null;
  /** All texts of a field. */
  readonly texts: (field: string) => readonly string[];
  /** The parts that a field holds. */
  readonly nodes: (field: string) => readonly NoteNode[];
}

type Part = string | RawNode;
interface RawNode {
  readonly parts: readonly (readonly [name: string, part: Part])[];
  /** Text of an element that has parts or attributes, too. */
  readonly own: string;
}

/** How deep lists within lists are looked through. */
const DEEPEST = 12;
const NO_FIELDS: ReadonlySet<string> = new Set();

/** The names of a code list, by the fields that they mean. A name may mean several (`number`). */
export class NoteFields {
  readonly #fields = new Map<string, Set<string>>();
  readonly #fieldsOf = rememberNames(
    (name): ReadonlySet<string> => this.#fields.get(comparable(name)) ?? NO_FIELDS,
  );

  constructor({ rows }: CodeList) {
    for (const { code, canonical } of rows) {
      const name = comparable(code);
      const fields = this.#fields.get(name) ?? new Set();
      if (canonical !== null) fields.add(canonical);
      this.#fields.set(name, fields);
    }
  }

  means(name: string, field: string): boolean {
    return this.#fieldsOf(name).has(field);
  }

  /** Fields that the first bytes of a JSON message name; `head` is Latin-1, as detection has it. */
  namedIn(head: string): ReadonlySet<string> {
    return new Set(namesInHead(head).flatMap((name) => [...this.#fieldsOf(name)]));
  }

  readJson(value: JsonObject): NoteNode {
    return this.#node(rawJson(value, 0));
  }

  readXml(element: XmlElement): NoteNode {
    return this.#node(rawXml(element, 0));
  }

  #node(raw: RawNode): NoteNode {
    const byField = new Map<string, Part[]>();
    for (const [name, part] of raw.parts)
      for (const field of this.#fieldsOf(name)) {
        const known = byField.get(field);
        if (known) known.push(part);
        else byField.set(field, [part]);
      }
    const parts = (field: string): readonly Part[] => byField.get(field) ?? [];
    const texts = (field: string): string[] =>
      parts(field)
        .flatMap((part) => (typeof part === 'string' ? part : part.own))
        .filter((text) => text !== '');
    return {
      own: raw.own,
      texts,
      text: (field) => texts(field)[0] ?? null,
      nodes: (field) =>
        parts(field)
          .flatMap((part) => this.#unwrap(part, field))
          .map((part) => this.#node(part)),
    };
  }

  /** A part that holds nothing but parts of the same meaning is a list of them. */
  #unwrap(part: Part, field: string): RawNode[] {
    if (typeof part === 'string') return [{ parts: [], own: part }];
    const inner = part.parts.filter(([name]) => this.means(name, field));
    if (inner.length === 0 || inner.some(([, one]) => typeof one === 'string')) return [part];
    return inner.flatMap(([, one]) => (typeof one === 'string' ? [] : this.#unwrap(one, field)));
  }
}

function rawJson(value: JsonObject, depth: number): RawNode {
  const parts: [string, Part][] = [];
  const add = (name: string, one: unknown, level: number): void => {
    const text = asText(one);
    if (text !== null) parts.push([name, text]);
    else if (level > DEEPEST) return;
    else if (Array.isArray(one)) for (const item of one as unknown[]) add(name, item, level + 1);
    else if (typeof one === 'object' && one !== null)
      parts.push([name, rawJson(one as JsonObject, level + 1)]);
  };
  for (const [name, one] of Object.entries(value)) add(name, one, depth);
  return { parts, own: '' };
}

function rawXml({ children, attributes, text }: XmlElement, depth: number): RawNode {
  const parts: [string, Part][] = Object.entries(attributes ?? {}).filter(
    ([name]) => !name.startsWith('xmlns'),
  );
  for (const child of children) {
    const isPlain = child.children.length === 0 && child.attributes === null;
    if (isPlain || depth > DEEPEST) parts.push([child.name, child.text]);
    else parts.push([child.name, rawXml(child, depth + 1)]);
  }
  return { parts, own: text };
}
