'use client';

import { useTranslations } from 'next-intl';
import { useState } from 'react';
import styles from './account.module.css';
import { afterChoice, ALWAYS, FIELD_GROUPS } from './groups.ts';
import type { FieldGroup } from './account.graphql.ts';

interface GroupChoiceProps {
  readonly legend: string;
  readonly chosen: readonly FieldGroup[];
  /** Those that can be given at all; left out: all. */
  readonly offered?: readonly FieldGroup[];
}

/** Which groups of fields are shown; milestones always are, and what a group needs is chosen with it. */
export function GroupChoice({ legend, chosen, offered = FIELD_GROUPS }: GroupChoiceProps) {
  const t = useTranslations('account');
  const [now, choose] = useState<ReadonlySet<FieldGroup>>(
    () => new Set([ALWAYS, ...chosen.filter((group) => offered.includes(group))]),
  );
  return (
    <fieldset className={styles.choices}>
      <legend>{legend}</legend>
      <div>
        {FIELD_GROUPS.filter((group) => offered.includes(group)).map((group) => (
          <label key={group} className={styles.choice}>
            <input
              type="checkbox"
              name="groups"
              value={group}
              checked={now.has(group)}
              onChange={({ target }) => choose(afterChoice(now, group, target.checked))}
              disabled={group === ALWAYS}
            />
            {t(`groups.${group}`)}
            {group === ALWAYS ? <span className={styles.hint}>({t('always')})</span> : null}
          </label>
        ))}
      </div>
    </fieldset>
  );
}
