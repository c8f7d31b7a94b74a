import { findChild } from '../../syntax/xml-path.ts';
import type { XmlElement } from '../../syntax/xml.ts';

/** `CC029C`, `IE029`: who sends and which version is no matter, the number is the message. */
export const MESSAGE_NAME = /^(?:CC|CD|IE)(\d{3})[A-Z]?$/;

/** The part of a message that names the movement. */
export function operationOf(message: XmlElement): XmlElement | null {
  const names = ['TransitOperation', 'ExportOperation', 'ImportOperation', 'Declaration'];
  return names.map((name) => findChild(message, name)).find((found) => found !== null) ?? null;
}
