import type { JourneyFacts } from '../journey/facts.ts';
import { shownOf, type AccessRules, type FieldGroup } from './access-rules.ts';
import type { Asker, SightKey } from './asker.ts';
import { openingsOf, type Opening } from './openings.ts';

/** What somebody sees of one shipment. */
export interface Access {
  readonly groups: ReadonlySet<FieldGroup>;
  /** Facilities whose moves alone are seen; null: the whole way. */
  readonly facilities: readonly SightKey[] | null;
  /** Sources whose own words may be read whole. */
  readonly sources: readonly string[];
}

/** The key of whoever may look up numbers without signing in. */
export const PUBLIC_LOOKUP: SightKey = 'PUBLIC';

/** What the one who asks sees of a shipment at an instant; `ALL`: everything; null: nothing, as if there were none. */
export function accessTo(
  facts: JourneyFacts,
  asker: Asker,
  rules: AccessRules,
  now: number,
): Access | 'ALL' | null {
  if (asker.sight === 'ALL') return 'ALL';
  const held = new Set(asker.sight);
  const open = openingsOf(facts, rules).filter((one) => held.has(one.key) && counts(one, asker, rules, now));
  const granted = asker.granted.filter(
    ({ shipment, until }) => shipment === facts.shipmentId && (until === null || now < until),
  );
  const relations = new Set(open.map(({ relation }) => relation));
  if (held.has(PUBLIC_LOOKUP)) relations.add('PUBLIC');
  if (relations.size === 0 && granted.length === 0) return null;
  const groups = [
    ...[...relations].flatMap((relation) => rules.relations.get(relation)?.groups ?? []),
    ...granted.flatMap((grant) => grant.groups),
  ];
  // Milestones are seen wherever anything is.
  const capped = asker.groups ? groups.filter((group) => group === 'MILESTONES' || asker.groups?.includes(group)) : groups;
  const isFacilityOnly = granted.length === 0 && [...relations].every((relation) => relation === 'FACILITY');
  return {
    groups: shownOf(capped, rules),
    facilities: isFacilityOnly ? open.map(({ key }) => key) : null,
    sources: asker.sources,
  };
} // prettier-ignore

/**
 * Whether a shipment counts, at an instant, in sums of a group that are told to whoever holds a key by itself, though he may not be shown
 * that group of it.
 */
export function isSummedFor(
  facts: JourneyFacts,
  asker: Asker,
  rules: AccessRules,
  now: number,
  { key, group }: { readonly key: SightKey; readonly group: FieldGroup },
): boolean {
  if (asker.sight === 'ALL') return true;
  if (!asker.sight.includes(key) || (asker.groups && !asker.groups.includes(group))) return false;
  const isTold = ({ relation }: Opening) => rules.relations.get(relation)?.summed.includes(group) ?? false;
  return openingsOf(facts, rules).some(
    (one) => one.key === key && isTold(one) && counts(one, asker, rules, now),
  );
}

/** Nobody opens cargo to himself: his own word counts only where the rule says so. */
function counts({ relation, sources, until }: Opening, asker: Asker, { relations }: AccessRules, now: number): boolean {
  if (until !== null && now >= until) return false;
  return relations.get(relation)?.bySelf === true || [...sources].some((id) => !asker.sources.includes(id));
} // prettier-ignore
