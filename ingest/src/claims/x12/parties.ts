import { party } from 'graph-schema/domain/claim';
import type { PartyRef } from 'graph-schema/domain/tracking-event';
import { loadCodeList } from 'graph-schema/reference/code-list';
import type { X12Segment } from '../../syntax/x12/segment.ts';
import type { ClaimContext } from '../claim-context.ts';

const ROLES = loadCodeList('x12/entity-98');
const ID_SCHEMES = loadCodeList('x12/id-code-66');
/** More than any paper names. */
const MOST_PARTIES = 40;

/**
 * The parties of N1 segments, each once. A role that is not listed is told, and the party is named as OTHER.
 *
 *   N1 * 98 role * name * 66 qualifier * code
 */
export function readParties(
  segments: readonly X12Segment[],
  at: string,
  { findings }: ClaimContext,
): readonly PartyRef[] {
  const parties = new Map<string, PartyRef>();
  for (const segment of segments) {
    if (segment.tag !== 'N1' || parties.size >= MOST_PARTIES) continue;
    const written = segment.code(1);
    const listed = written === null ? null : ROLES.find(written);
    if (written !== null && !listed) findings.unmapped(ROLES, written, `${at}/N1`, segment, 'INFO');
    const role = (listed?.canonical ?? 'OTHER') as PartyRef['role'] | 'PLACE';
    const name = segment.read(2);
    const code = segment.code(4);
    if (role === 'PLACE' || (name === null && code === null)) continue;
    const scheme = ID_SCHEMES.find(segment.code(3) ?? '')?.canonical ?? 'LOCAL';
    parties.set(
      `${role} ${name} ${code}`,
      party(role, { name, id: code === null ? null : { scheme, code } }),
    );
  }
  return [...parties.values()];
}
