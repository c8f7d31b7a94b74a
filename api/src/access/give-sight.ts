import { accessTo } from 'graph-schema/domain/access/access-to';
import { FIELD_GROUPS, shownOf, type FieldGroup } from 'graph-schema/domain/access/access-rules';
import { loadFacts } from 'graph-schema/facts/load-facts';
import { getAccessRules } from 'graph-schema/reference/access-rules';
import type { Context } from '../context.ts';
import { NotFoundError } from '../errors.ts';

/**
 * Which shipment somebody may let others see, and what of it: no more than he sees by what he has to do with it. What was granted to
 * him he does not pass on. Throws where that is nothing.
 */
export async function givable(
  { graph, asker, now }: Context,
  id: string,
  asked: readonly FieldGroup[],
): Promise<{ readonly shipment: string; readonly groups: FieldGroup[] }> {
  const rules = getAccessRules();
  const [loaded] = await loadFacts(graph, [id]);
  const access = loaded ? accessTo(loaded.facts, { ...asker, granted: [] }, rules, now()) : null;
  if (!loaded || access === null || (access !== 'ALL' && access.facilities !== null))
    throw new NotFoundError(`Shipment ${id}`);
  const mine = access === 'ALL' ? new Set(FIELD_GROUPS) : access.groups;
  const shown = shownOf(['MILESTONES', ...asked.filter((group) => mine.has(group))], rules);
  return { shipment: loaded.row.shipment, groups: FIELD_GROUPS.filter((group) => shown.has(group)) };
}
