import type { XmlElement } from '../../syntax/xml.ts';

/**
 * A name of the core component library says what a thing is at its end: `MainCarriageLogisticsTransportMovement`,
 * `mainCarriageTransportMovement`, `SpecifiedSupplyChainConsignment`. Case and qualifying words differ by binding.
 */
export function isPart(name: string, part: string): boolean {
  return name.length <= 120 && name.toLowerCase().endsWith(part);
}

/** The children that are such a thing. */
export function parts(element: XmlElement | null, part: string): readonly XmlElement[] {
  return element?.children.filter((child) => isPart(child.name, part)) ?? [];
}

/** The first child of one of these names, in any case. */
export function named(element: XmlElement | null, ...names: readonly string[]): XmlElement | null {
  for (const name of names) {
    const found = element?.children.find((child) => child.name.toLowerCase() === name);
    if (found) return found;
  }
  return null;
}

/** Its text, or that of the one child that holds it (`<Content>`, `<DateTimeString>`); null without. */
export function valueOf(element: XmlElement | null): string | null {
  if (!element) return null;
  if (element.text !== '') return element.text;
  return element.children.map(({ text }) => text).find((text) => text !== '') ?? null;
}
