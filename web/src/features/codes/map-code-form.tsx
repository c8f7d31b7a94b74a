'use client';

import { Button } from '@mantine/core';
import { useLocale, useTranslations } from 'next-intl';
import { useActionState, useId } from 'react';
import styles from './codes.module.css';
import { mapCode } from './map-code.ts';
import { useEventCodes, useMeaning } from './use-meaning.ts';

interface MapCodeFormProps {
  readonly list: string;
  readonly code: string;
  /** The meaning is for this variant of the list alone; null: for all. */
  readonly variant: string | null;
  readonly meanings: readonly string[];
}

/** Gives a code a meaning; what held it is read again. Works before scripts run. */
export function MapCodeForm({ list, code, variant, meanings }: MapCodeFormProps) {
  const t = useTranslations('codes');
  const id = useId();
  const meaningOf = useMeaning();
  const { compare } = new Intl.Collator(useLocale());
  const byName = (codes: readonly string[]) => codes.toSorted((a, b) => compare(meaningOf(a), meaningOf(b)));
  const events = byName(useEventCodes());
  const [state, act, isPending] = useActionState(mapCode, null);
  return (
    <form action={act} className={styles.form}>
      <input type="hidden" name="list" value={list} />
      <input type="hidden" name="code" value={code} />
      {variant === null ? null : <input type="hidden" name="variant" value={variant} />}
      <label htmlFor={id} className="visually-hidden">
        {t('meaningOf', { code })}
      </label>
      <select id={id} name="canonical" required defaultValue="" className={styles.input}>
        <option value="" disabled>
          {t('choose')}
        </option>
        {meanings.length === 0 ? null : (
          <optgroup label={t('usedHere')}>
            {byName(meanings).map((meaning) => (
              <option key={meaning} value={meaning}>
                {meaningOf(meaning)}
              </option>
            ))}
          </optgroup>
        )}
        <optgroup label={t('allEvents')}>
          {events.map((event) => (
            <option key={event} value={event}>
              {meaningOf(event)}
            </option>
          ))}
        </optgroup>
        <option value="-">{t('nothing')}</option>
      </select>
      <Button type="submit" loading={isPending} size="compact-md">
        {t('map')}
      </Button>
      <output className={styles.state} data-outcome={state?.outcome}>
        {state?.outcome === 'MAPPED' ? t('mapped', { count: state.reread }) : null}
        {state?.outcome === 'REFUSED' ? t('refused') : null}
      </output>
    </form>
  );
}
