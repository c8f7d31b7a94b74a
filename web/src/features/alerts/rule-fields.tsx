'use client';

import { useTranslations } from 'next-intl';
import { useId } from 'react';
import { useInBrowser } from '../../ui/use-in-browser.ts';
import styles from '../account/account.module.css';
import { ChoicesField } from '../account/choices-field.tsx';
import { EXCEPTIONS, SEVERITIES } from '../shipments/list-address.ts';
import { useListedWords } from '../shipments/use-listed-words.ts';
import { ListField } from '../watch/list-field.tsx';
import { clockText, CODES, othersIn } from './alert-choices.ts';
import type { AlertList, AlertRule } from './alerts.graphql.ts';
import { useEventWords } from './use-event-words.ts';

interface RuleFieldsProps {
  readonly lists: readonly AlertList[];
  /** The rule as it is; null: a new one. */
  readonly rule: AlertRule | null;
}

/** Of which cargo a rule tells, and what. */
export function RuleFields({ lists, rule }: RuleFieldsProps) {
  const t = useTranslations('alerts');
  const severities = useTranslations('severities');
  const words = useListedWords();
  const event = useEventWords();
  const others = othersIn(rule?.codes ?? []);
  // As they are read: what a page makes of them for the eye is not always read back.
  const numbers = [...new Set(rule?.numbers?.map(({ value }) => value))];
  return (
    <>
      <div className={styles.fields}>
        <ListField lists={lists} label={t('watchList')} none={t('everything')} chosen={rule?.watchList ?? null} />
        <label className={styles.field}>
          {t('numbers')}
          <textarea name="numbers" rows={1} spellCheck={false} defaultValue={numbers.join('\n')} required={rule?.doubt === 'NO_NUMBER'} />
          <small>{t('numbersHint')}</small>
        </label>
      </div>
      <ChoicesField name="codes" legend={t('codes')} options={[...CODES, ...others].map((code) => [code, event(code)])} chosen={rule?.codes ?? []} />
      {others.map((code) => (
        <input key={code} type="hidden" name="offered" value={code} />
      ))}
      <ChoicesField name="exceptions" legend={t('exceptions')} options={EXCEPTIONS.map((one) => [one, words.exception(one)])} chosen={rule?.exceptions ?? []} />
      <div className={styles.fields}>
        <label className={styles.field}>
          {t('severity')}
          <select name="severity" defaultValue={rule?.severity ?? ''}>
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
          <input name="etaHours" type="number" min={1} max={720} defaultValue={rule?.etaHours ?? ''} />
          <small>{t('etaHint')}</small>
        </label>
      </div>
    </>
  );
} // prettier-ignore

/** When to be told; the zone of a new rule is at first that of the browser. */
export function HoursFields({ rule }: Pick<RuleFieldsProps, 'rule'>) {
  const t = useTranslations('alerts');
  const list = useId();
  const here = useInBrowser(() => Intl.DateTimeFormat().resolvedOptions().timeZone, '');
  const zone = rule?.zone ?? here;
  const zones = useInBrowser(() => Intl.supportedValuesOf('timeZone').join('\n'), '');
  return (
    <div className={styles.fields}>
      <label className={styles.field}>
        {t('digestAt')}
        <input name="digestAt" type="time" defaultValue={timeOf(rule?.digestAt)} />
        <small>{t('digestHint')}</small>
      </label>
      <label className={styles.field}>
        {t('quietFrom')}
        <input name="quietFrom" type="time" defaultValue={timeOf(rule?.quietFrom)} />
        <small>{t('quietHint')}</small>
      </label>
      <label className={styles.field}>
        {t('quietUntil')}
        <input name="quietUntil" type="time" defaultValue={timeOf(rule?.quietUntil)} />
      </label>
      <label className={styles.field}>
        {t('zone')}
        <input key={zone} name="zone" required list={list} autoComplete="off" spellCheck={false} defaultValue={zone} />
        <small>{t('zoneHint')}</small>
      </label>
      <datalist id={list}>
        {zones === '' ? null : zones.split('\n').map((one) => <option key={one}>{one}</option>)}
      </datalist>
    </div>
  );
} // prettier-ignore

function timeOf(minutes: number | null | undefined): string {
  return minutes == null ? '' : clockText(minutes);
}
