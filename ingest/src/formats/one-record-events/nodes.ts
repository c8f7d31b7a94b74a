import { asObject, asText, type JsonObject } from '../../syntax/json-fields.ts';

/**
 * JSON-LD as partners write it. One property may come as
 *
 *     "cargo:eventDate": { "@type": "…#dateTime", "@value": "2026-11-21T05:18:00Z" }     compacted, typed
 *     "eventDate": "2026-11-21T05:18:00Z"                                               with a vocabulary as context
 *     "https://onerecord.iata.org/ns/cargo#eventDate": [{ "@value": "…" }]              expanded
 *
 * so names are compared without what stands before their last `#` or `:`, and values without their wrappers.
 */
export function localName(name: string): string {
  const at = Math.max(name.lastIndexOf('#'), name.lastIndexOf(':'), name.lastIndexOf('/'));
  return at < 0 ? name : name.slice(at + 1);
}

/** All values of a property under any of its names, the first name that is there. */
export function valuesOf(node: JsonObject | null, ...names: readonly string[]): readonly unknown[] {
  if (!node) return [];
  for (const name of names) {
    for (const key in node) {
      if (localName(key) !== name || !Object.hasOwn(node, key)) continue;
      const value = node[key];
      return Array.isArray(value) ? (value as unknown[]) : [value];
    }
  }
  return [];
}

/** The text of a literal, or the URI of what is referred to; null for anything else. */
export function literalOf(value: unknown): string | null {
  const object = asObject(value);
  if (!object) return typeof value === 'boolean' ? String(value) : asText(value);
  const inner = object['@value'];
  if (inner !== undefined) return typeof inner === 'boolean' ? String(inner) : asText(inner);
  return asText(object['@id']);
}

export function textAt(node: JsonObject | null, ...names: readonly string[]): string | null {
  return literalOf(valuesOf(node, ...names)[0]);
}

/** Local names of the types of a node. */
export function typesOf(node: JsonObject): readonly string[] {
  const types = node['@type'];
  return (Array.isArray(types) ? (types as unknown[]) : [types]).flatMap((type) => {
    const text = asText(type);
    return text === null ? [] : [localName(text)];
  });
}

export function idOf(node: JsonObject): string | null {
  return asText(node['@id']);
}

/** The lists of ontology 3 name their codes with the list before: `…/coreCodeLists#StatusCode_DEP`. */
const NAME_OF_LIST = /^[A-Z][A-Za-z]*Code_(?=.)/;

/** A code of a list: `…/StatusCode#DEP` or `…/coreCodeLists#StatusCode_DEP` as URI, a node with a `code`, or the bare code. */
export function codeAt(node: JsonObject | null, name: string): string | null {
  const value = valuesOf(node, name)[0];
  const object = asObject(value);
  const own = object ? textAt(object, 'code') : null;
  const text = own ?? literalOf(value);
  return text === null ? null : localName(text).replace(NAME_OF_LIST, '');
}

/** An event of the message, and the logistics object that it is embedded in, if any. */
export interface FoundEvent {
  readonly event: JsonObject;
  readonly parent: JsonObject | null;
}

/** The nodes of a message by their URI; what is embedded says more than what only refers to it. */
export class NodeIndex {
  readonly #byId = new Map<string, JsonObject>();
  readonly #waybillOf = new Map<string, JsonObject>();

  /** Takes in a value with all that is embedded, and answers what is to be read in it. */
  add(value: unknown): FoundEvent[] {
    const found: FoundEvent[] = [];
    this.#visit(value, null, found);
    return found;
  }

  #visit(value: unknown, parent: JsonObject | null, found: FoundEvent[]): void {
    if (Array.isArray(value)) {
      for (const item of value as unknown[]) this.#visit(item, parent, found);
      return;
    }
    const node = asObject(value);
    if (!node || node['@value'] !== undefined) return;
    const id = idOf(node);
    const types = typesOf(node);
    const isEvent = types.some((type) => EVENTS.has(type));
    if (isEvent) found.push({ event: node, parent });
    if (id !== null && size(node) > size(this.#byId.get(id) ?? {})) this.#byId.set(id, node);
    if (types.includes('Waybill')) {
      const shipment = textAt(node, 'shipment');
      if (shipment !== null) this.#waybillOf.set(shipment, node);
    }
    const isThing = types.length > 0 && !isEvent && !types.includes('Collection');
    for (const key of Object.keys(node))
      if (key !== '@context') this.#visit(node[key], isThing ? node : parent, found);
  }

  /** What a value refers to or embeds; a URI of which nothing more is known is a node with that alone. */
  resolve(value: unknown): JsonObject | null {
    const object = asObject(value);
    const id = object ? idOf(object) : asText(value);
    if (id === null) return object;
    return this.#byId.get(id) ?? object ?? { '@id': id };
  }

  resolveAll(values: readonly unknown[]): JsonObject[] {
    return values.map((value) => this.resolve(value)).filter((node): node is JsonObject => node !== null);
  }

  /** The waybill that names a shipment as its own. */
  waybillOf(shipment: JsonObject): JsonObject | null {
    const id = idOf(shipment);
    return id === null ? null : (this.#waybillOf.get(id) ?? null);
  }
}

export const EVENTS: ReadonlySet<string> = new Set(['LogisticsEvent', 'StatusUpdateEvent']);

function size(node: JsonObject): number {
  return Object.keys(node).length;
}
