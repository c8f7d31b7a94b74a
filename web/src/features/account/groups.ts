import type { FieldGroup } from './account.graphql.ts';

/** In the order in which they are offered. */
export const FIELD_GROUPS = [
  'MILESTONES', 'ETA', 'POSITIONS', 'PAPERS', 'PARTIES', 'GOODS', 'RELEASE', 'EXCEPTIONS', 'MONEY', 'EVIDENCE',
] as const satisfies readonly FieldGroup[]; // prettier-ignore

/** Shown wherever anything is. */
export const ALWAYS: FieldGroup = 'MILESTONES';

/** What a group says follows from these, so the API shows it beside them alone (its access rules; milestones go without saying). */
export const NEEDS: Readonly<Partial<Record<FieldGroup, readonly FieldGroup[]>>> = {
  PARTIES: ['PAPERS'],
  RELEASE: ['PAPERS'],
  EXCEPTIONS: ['ETA', 'PAPERS', 'GOODS'],
  MONEY: ['PAPERS'],
  EVIDENCE: ['PAPERS', 'PARTIES', 'GOODS'],
};

/** What is chosen after one group was chosen, or given up: with what it needs, or without what needs it. */
export function afterChoice(
  chosen: ReadonlySet<FieldGroup>,
  group: FieldGroup,
  isChosen: boolean,
): ReadonlySet<FieldGroup> {
  if (isChosen) return new Set([...chosen, group, ...(NEEDS[group] ?? [])]);
  return new Set([...chosen].filter((one) => one !== group && !NEEDS[one]?.includes(group)));
}

/** The groups that a form names. */
export function groupsIn(form: FormData): FieldGroup[] {
  const named = form.getAll('groups');
  return FIELD_GROUPS.filter((group) => group === ALWAYS || named.includes(group));
}
