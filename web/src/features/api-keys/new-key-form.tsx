'use client';

import { Button } from '@mantine/core';
import { useLocale, useTranslations } from 'next-intl';
import type { Organisation } from '../account/account.graphql.ts';
import styles from '../account/account.module.css';
import { withEnd } from '../account/end-day.ts';
import { EndDayField } from '../account/end-day-field.tsx';
import { GroupChoice } from '../account/group-choice.tsx';
import { FIELD_GROUPS } from '../account/groups.ts';
import { nameIn } from '../account/name-in.ts';
import { Said } from '../account/said.tsx';
import { Secret } from '../account/secret.tsx';
import { useSubmit } from '../account/use-submit.ts';
import { createKey } from './change-keys.ts';

interface NewKeyFormProps {
  readonly now: number;
  /** Whose it can be; the first is filled in, and one alone is not asked for. */
  readonly organisations: readonly Organisation[];
}

export function NewKeyForm({ now, organisations }: NewKeyFormProps) {
  const t = useTranslations('keys');
  const locale = useLocale();
  const { state, submit, isPending } = useSubmit(createKey, withEnd);
  const [first] = organisations;
  const made = state?.outcome === 'CREATED' ? state : null;
  if (!first) return <p className={styles.lead}>{t('noOrganisation')}</p>;
  return (
    <>
      {made ? <Secret key={made.token} title={t('created', { name: made.name })} text={made.token} /> : null}
      <details className={styles.fresh}>
        <summary>{t('new')}</summary>
        <form key={made?.token} onSubmit={submit} className={styles.form}>
          <div className={styles.fields}>
            <label className={styles.field}>
              {t('name')}
              <input name="name" required maxLength={120} autoComplete="off" placeholder={t('nameHint')} />
            </label>
            {organisations.length === 1 ? (
              <input type="hidden" name="organisation" value={first.id} />
            ) : (
              <label className={styles.field}>
                {t('of')}
                <select name="organisation">
                  {organisations.map((one) => (
                    <option key={one.id} value={one.id}>
                      {nameIn(locale, one)}
                    </option>
                  ))}
                </select>
              </label>
            )}
            <EndDayField now={now} days={null} />
          </div>
          <GroupChoice legend={t('scope')} chosen={FIELD_GROUPS} />
          <div className={styles.act}>
            <Button type="submit" loading={isPending}>
              {t('create')}
            </Button>
            <Said state={state} />
          </div>
        </form>
      </details>
    </>
  );
}
