import { useTranslations } from 'next-intl';
import { FIELD_GROUPS } from './groups.ts';
import type { FieldGroup } from './account.graphql.ts';

/** "Milestones, Expected arrival": groups of fields in words, in their usual order. */
export function useGroupNames(): (groups: readonly FieldGroup[]) => string {
  const t = useTranslations();
  return (groups) =>
    FIELD_GROUPS.filter((group) => groups.includes(group))
      .map((group) => t(`account.groups.${group}`))
      .join(t('release.comma'));
}
