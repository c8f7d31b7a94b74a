import type { XmlElement } from './xml.ts';

/** The first child of that local name, or null. */
export function findChild(element: XmlElement | null, name: string): XmlElement | null {
  return element?.children.find((child) => child.name === name) ?? null;
}

/** The first child of each local name: for what many siblings look up beside them. */
export function firstChildren(element: XmlElement): ReadonlyMap<string, XmlElement> {
  const first = new Map<string, XmlElement>();
  for (const child of element.children) if (!first.has(child.name)) first.set(child.name, child);
  return first;
}

/** All children of that local name, in order. */
export function listChildren(element: XmlElement | null, name: string): readonly XmlElement[] {
  return element?.children.filter((child) => child.name === name) ?? [];
}

/** The element at the end of a path of local names, each step the first of its name; null when a step is missing. */
export function findPath(element: XmlElement | null, ...path: readonly string[]): XmlElement | null {
  let at = element;
  for (const name of path) at = findChild(at, name);
  return at;
}

/** The text at the end of a path; null when it is missing or empty. */
export function findText(element: XmlElement | null, ...path: readonly string[]): string | null {
  return findPath(element, ...path)?.text || null;
}

/** All elements of that local name at any depth, in document order, not looking inside one that was found. */
export function listDescendants(element: XmlElement | null, name: string): readonly XmlElement[] {
  const found: XmlElement[] = [];
  const visit = (at: XmlElement): void => {
    if (at.name === name) found.push(at);
    else for (const child of at.children) visit(child);
  };
  if (element) visit(element);
  return found;
}

/** The namespace that the element itself declares as its own, or null. */
export function declaredNamespace(element: XmlElement): string | null {
  return (
    element.attributes?.['xmlns'] ??
    Object.entries(element.attributes ?? {}).find(([name]) => name.startsWith('xmlns:'))?.[1] ??
    null
  );
}
