import { asObject, type JsonObject } from '../../syntax/json-fields.ts';
import type { ExpandCurie } from './read-json-event.ts';

/** Prefixes that the `@context` of a document declares beside the standard's own. */
export function curieExpander(wrapper: JsonObject | null): ExpandCurie {
  const context = wrapper?.['@context'];
  const prefixes = new Map<string, string>();
  for (const part of Array.isArray(context) ? (context as unknown[]).slice(0, 100) : [context]) {
    for (const [prefix, namespace] of Object.entries(asObject(part) ?? {})) {
      if (typeof namespace === 'string' && namespace.length <= 200) prefixes.set(prefix, namespace);
    }
  }
  return (written) => {
    const colon = written === null ? -1 : written.indexOf(':');
    if (written === null || colon < 1) return written;
    const namespace = prefixes.get(written.slice(0, colon));
    return namespace === undefined ? written : namespace + written.slice(colon + 1);
  };
}
