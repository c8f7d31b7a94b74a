'use client';

import { Button } from '@mantine/core';
import { useTranslations } from 'next-intl';
import styles from '../account/account.module.css';
import { Said } from '../account/said.tsx';
import { useSubmit } from '../account/use-submit.ts';
import type { AlertList } from './alerts.graphql.ts';
import { createRule } from './change-alerts.ts';
import { HoursFields, RuleFields } from './rule-fields.tsx';

interface NewRuleFormProps {
  readonly lists: readonly AlertList[];
  /** Where letters go; empty: not said yet. */
  readonly address: string;
}

export function NewRuleForm({ lists, address }: NewRuleFormProps) {
  const t = useTranslations('alerts');
  const { state, submit, isPending } = useSubmit(createRule);
  return (
    <details className={styles.fresh}>
      <summary>{t('new')}</summary>
      <form onSubmit={submit} className={styles.form}>
        <div className={styles.fields}>
          <label className={styles.field}>
            {t('name')}
            <input name="name" required maxLength={100} autoComplete="off" />
          </label>
          <label className={styles.field}>
            {t('address')}
            <input name="address" type="email" required maxLength={254} autoComplete="email" defaultValue={address} />
            <small>{t('addressHint')}</small>
          </label>
        </div>
        <RuleFields lists={lists} rule={null} />
        <HoursFields rule={null} />
        <div className={styles.act}>
          <Button type="submit" loading={isPending}>
            {t('create')}
          </Button>
          <Said state={state} done={t('created')} />
        </div>
      </form>
    </details>
  );
} // prettier-ignore
