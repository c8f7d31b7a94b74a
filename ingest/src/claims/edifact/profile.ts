import { loadCodeList, type CodeList, type CodeRow } from 'graph-schema/reference/code-list';
import type { EdifactMessage } from '../../syntax/edifact/envelope.ts';

/**
 * S009 of UNH says by which directory and by whose manual a message is written.
 *
 *   UNH + number + 0065 type : 0052 version : 0054 release : 0051 agency : 0057 association
 *                  COARRI      D              95B            UN            ITG14
 */
const PROFILES = loadCodeList('edifact/association-0057');

/**
 * The row of a code (BGM 1001) as this message means it: the one for its profile before the one for its directory, and
 * that before the one for all.
 */
export function findByProfile(
  codes: CodeList,
  code: string,
  { type, directory, association }: Pick<EdifactMessage, 'type' | 'directory' | 'association'>,
): CodeRow | null {
  const profile = association?.toUpperCase() ?? null;
  const listed = profile === null ? null : (PROFILES.find(profile, type)?.canonical ?? null);
  for (const variant of [profile, directory ?? listed]) {
    const row = variant === null ? null : codes.find(code, variant);
    if (row?.variant === variant) return row;
  }
  return codes.find(code);
}
