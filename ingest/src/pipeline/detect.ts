import type { SourceProfile } from 'graph-schema/domain/source';
import type { FormatFamily, MessageFormat, ReaderOf } from '../formats/message-format.ts';
import { detectionHead } from '../syntax/charset.ts';

/** What recognises a message: one format, or the family whose envelope it is, of which several formats may read parts. */
export type Detected =
  | { readonly kind: 'FORMAT'; readonly format: MessageFormat }
  | { readonly kind: 'FAMILY'; readonly family: FormatFamily };

/**
 * File names and content types are not asked, only the content: by what it is, else by what the sender's settings say of
 * it (`source`). Null when nothing recognises it.
 */
export function detect(
  bytes: Uint8Array,
  formats: readonly MessageFormat[],
  source: SourceProfile | null = null,
): Detected | null {
  const head = detectionHead(bytes);
  const format = formats.find((candidate) => candidate.detect(head));
  if (format) return detectedAs(format);
  const families = familiesOf(formats);
  const family =
    families.find((one) => one.detect(head)) ??
    (source && families.find((one) => one.detectOf?.(head, source) != null));
  return family ? { kind: 'FAMILY', family } : null;
}

export function detectedAs(format: MessageFormat): Detected {
  return format.member ? { kind: 'FAMILY', family: format.member.family } : { kind: 'FORMAT', format };
}

/** The id of the first format that recognises the content, else of the family: an answer to the sender before reading. */
export function detectedId(
  bytes: Uint8Array,
  formats: readonly MessageFormat[],
  source: SourceProfile,
): string | null {
  const head = detectionHead(bytes);
  const format = formats.find((candidate) => candidate.detect(head));
  if (format) return format.id;
  const families = familiesOf(formats);
  const known = families.find((one) => one.detect(head));
  if (known) return known.id;
  for (const family of families) {
    const type = family.detectOf?.(head, source);
    if (type) return formatOfType(family, type, formats)?.id ?? family.id;
  }
  return null;
}

/** The format that reads a type of message in a family; null when none does. */
export function formatOfType(
  family: FormatFamily,
  type: string,
  formats: readonly MessageFormat[],
): MessageFormat | null {
  return formats.find(({ member }) => member?.family === family && member.types.includes(type)) ?? null;
}

export function readersOf(family: FormatFamily, formats: readonly MessageFormat[]): ReaderOf {
  return (type) => formatOfType(family, type, formats)?.member?.reader ?? null;
}

function familiesOf(formats: readonly MessageFormat[]): FormatFamily[] {
  return [...new Set(formats.flatMap(({ member }) => (member ? [member.family] : [])))];
}
