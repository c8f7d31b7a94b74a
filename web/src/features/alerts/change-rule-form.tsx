'use client';

import { Button } from '@mantine/core';
import { useTranslations } from 'next-intl';
import styles from '../account/account.module.css';
import { Said } from '../account/said.tsx';
import { useSubmit } from '../account/use-submit.ts';
import type { AlertList, AlertRule } from './alerts.graphql.ts';
import { changeRule } from './change-alerts.ts';
import { HoursFields, RuleFields } from './rule-fields.tsx';

interface ChangeRuleFormProps {
  readonly lists: readonly AlertList[];
  readonly rule: AlertRule;
  readonly close: () => void;
}

/** A rule as it is, to be told otherwise. */
export function ChangeRuleForm({ lists, rule, close }: ChangeRuleFormProps) {
  const t = useTranslations('alerts');
  const { state, submit, isPending } = useSubmit(changeRule);
  return (
    <section aria-labelledby="change-rule" className={styles.part}>
      <h2 id="change-rule">{t('changeOf', { name: rule.name })}</h2>
      <form onSubmit={submit} className={styles.form}>
        <input type="hidden" name="id" value={rule.id} />
        <div className={styles.fields}>
          <label className={styles.field}>
            {t('name')}
            {/* Whoever pressed the button above goes on here. */}
            {/* oxlint-disable-next-line jsx-a11y/no-autofocus */}
            <input name="name" required maxLength={100} autoComplete="off" defaultValue={rule.name} autoFocus />
          </label>
        </div>
        <RuleFields lists={lists} rule={rule} />
        <HoursFields rule={rule} />
        <div className={styles.act}>
          <Button type="submit" loading={isPending}>
            {t('save')}
          </Button>
          <button type="button" className={styles.quietButton} onClick={close}>
            {t('close')}
          </button>
          <Said state={state} done={t('changed')} />
        </div>
      </form>
    </section>
  );
} // prettier-ignore
