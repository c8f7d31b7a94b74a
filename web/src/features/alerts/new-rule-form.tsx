'use client';

import { Button } from '@mantine/core';
import { useTranslations } from 'next-intl';
import { useInBrowser } from '../../ui/use-in-browser.ts';
import styles from '../account/account.module.css';
import { ChoicesField } from '../account/choices-field.tsx';
import { Said } from '../account/said.tsx';
import { useSubmit } from '../account/use-submit.ts';
import { EXCEPTIONS, SEVERITIES } from '../shipments/list-address.ts';
import { useListedWords } from '../shipments/use-listed-words.ts';
import { ListField } from '../watch/list-field.tsx';
import { CODES } from './alert-choices.ts';
import type { AlertList } from './alerts.graphql.ts';
import { createRule } from './change-alerts.ts';
import { useEventWords } from './use-event-words.ts';

interface NewRuleFormProps {
  readonly lists: readonly AlertList[];
  /** Where letters go; empty: not said yet. */
  readonly address: string;
}

export function NewRuleForm({ lists, address }: NewRuleFormProps) {
  const t = useTranslations('alerts');
  const severities = useTranslations('severities');
  const words = useListedWords();
  const event = useEventWords();
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
          <ListField lists={lists} label={t('watchList')} none={t('everything')} />
          <label className={styles.field}>
            {t('numbers')}
            <textarea name="numbers" rows={1} spellCheck={false} />
            <small>{t('numbersHint')}</small>
          </label>
        </div>
        <ChoicesField name="codes" legend={t('codes')} options={CODES.map((code) => [code, event(code)])} />
        <ChoicesField name="exceptions" legend={t('exceptions')} options={EXCEPTIONS.map((one) => [one, words.exception(one)])} />
        <div className={styles.fields}>
          <label className={styles.field}>
            {t('severity')}
            <select name="severity">
              <option value="">{t('anySeverity')}</option>
              {SEVERITIES.map((severity) => (
                <option key={severity} value={severity}>
                  {severities(severity)}
                </option>
              ))}
            </select>
          </label>
          <label className={styles.field}>
            {t('etaHours')}
            <input name="etaHours" type="number" min={1} max={720} />
            <small>{t('etaHint')}</small>
          </label>
        </div>
        <HoursFields />
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

/** When to be told; the zone is at first that of the browser. */
function HoursFields() {
  const t = useTranslations('alerts');
  const zone = useInBrowser(() => Intl.DateTimeFormat().resolvedOptions().timeZone, '');
  const zones = useInBrowser(() => Intl.supportedValuesOf('timeZone').join('\n'), '');
  return (
    <div className={styles.fields}>
      <label className={styles.field}>
        {t('digestAt')}
        <input name="digestAt" type="time" />
        <small>{t('digestHint')}</small>
      </label>
      <label className={styles.field}>
        {t('quietFrom')}
        <input name="quietFrom" type="time" />
        <small>{t('quietHint')}</small>
      </label>
      <label className={styles.field}>
        {t('quietUntil')}
        <input name="quietUntil" type="time" />
      </label>
      <label className={styles.field}>
        {t('zone')}
        <input key={zone} name="zone" required list="zones" autoComplete="off" spellCheck={false} defaultValue={zone} />
        <small>{t('zoneHint')}</small>
      </label>
      <datalist id="zones">
        {zones === '' ? null : zones.split('\n').map((one) => <option key={one}>{one}</option>)}
      </datalist>
    </div>
  );
} // prettier-ignore
