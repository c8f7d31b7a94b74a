'use client';

import { useTranslations } from 'next-intl';
import type { FieldGroup } from '../account/account.graphql.ts';
import { useGroupNames } from '../account/use-group-names.ts';
import styles from './share.module.css';

/** Says what of a journey is not shown, so that nobody takes it for not known. */
export function Withheld({ groups }: { readonly groups: readonly FieldGroup[] }) {
  const t = useTranslations('links');
  const groupNames = useGroupNames();
  if (groups.length === 0) return null;
  return (
    <p className={styles.withheld} data-testid="withheld">
      {t('withheld', { groups: groupNames(groups) })}
    </p>
  );
}
