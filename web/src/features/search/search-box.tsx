'use client';

import { Button } from '@mantine/core';
import { useLocale, useTranslations } from 'next-intl';
import { useId, useState, useTransition, type FormEvent } from 'react';
import { useRouter } from '../../i18n/navigation.ts';
import { Icon } from '../../ui/icon.tsx';
import { NumberKinds } from './number-kinds.tsx';
import styles from './search-box.module.css';

interface SearchBoxProps {
  readonly initial?: string;
  readonly size?: 'hero' | 'compact';
}

/** The one box. It names the kind of number while it is typed, and works as a plain form before scripts run. */
export function SearchBox({ initial = '', size = 'hero' }: SearchBoxProps) {
  const t = useTranslations('search');
  const locale = useLocale();
  const router = useRouter();
  const id = useId();
  const [number, setNumber] = useState(initial);
  const [searching, startSearch] = useTransition();
  const typed = number.trim();

  const find = (event: FormEvent) => {
    event.preventDefault();
    if (typed) startSearch(() => router.push(`/find?number=${encodeURIComponent(typed)}`));
  };
  return (
    <search className={styles.form} data-size={size}>
      <form action={`/${locale}/find`} onSubmit={find}>
        <label className="visually-hidden" htmlFor={id}>
          {t('label')}
        </label>
        <div className={styles.field}>
          <Icon name="search" size={size === 'hero' ? 22 : 18} className={styles.icon} />
          <input
            id={id}
            className={styles.input}
            name="number"
            type="search"
            value={number}
            onChange={(event) => setNumber(event.currentTarget.value)}
            placeholder={t('placeholder')}
            aria-describedby={`${id}-kinds`}
            autoComplete="off"
            autoCapitalize="characters"
            autoCorrect="off"
            spellCheck={false}
            maxLength={200}
            enterKeyHint="search"
          />
          <Button type="submit" loading={searching} className={styles.submit}>
            {t('submit')}
          </Button>
        </div>
        <NumberKinds id={`${id}-kinds`} number={typed} />
      </form>
    </search>
  );
}
