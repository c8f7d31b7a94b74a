'use client';

import { Button } from '@mantine/core';
import { useLocale, useTranslations } from 'next-intl';
import type { Organisation } from '../account/account.graphql.ts';
import styles from '../account/account.module.css';
import { nameIn } from '../account/name-in.ts';
import { Said } from '../account/said.tsx';
import { useSubmit } from '../account/use-submit.ts';
import { createPerson } from './change-people.ts';

/** `organisations`: of which the person can be; the first is filled in, and one alone is not asked for. */
export function NewPersonForm({ organisations }: { readonly organisations: readonly Organisation[] }) {
  const t = useTranslations('people');
  const keys = useTranslations('keys');
  const locale = useLocale();
  const { state, submit, isPending } = useSubmit(createPerson);
  const made = state?.outcome === 'CREATED' ? state : null;
  return (
    <details className={styles.fresh}>
      <summary>{t('invite')}</summary>
      <form key={made?.id} onSubmit={submit} className={styles.form}>
        <div className={styles.fields}>
          <label className={styles.field}>
            {t('name')}
            <input name="name" required maxLength={120} autoComplete="off" />
          </label>
          <label className={styles.field}>
            {t('login')}
            <input
              name="login"
              required
              maxLength={200}
              autoComplete="off"
              autoCapitalize="none"
              spellCheck={false}
            />
            <small>{t('loginHint')}</small>
          </label>
          <label className={styles.field}>
            {t('password')}
            <input
              name="password"
              type="password"
              minLength={12}
              maxLength={200}
              autoComplete="new-password"
            />
            <small>{t('passwordHint')}</small>
          </label>
          <label className={styles.field}>
            {t('role')}
            <select name="role">
              <option value="MEMBER">{t('roles.MEMBER')}</option>
              <option value="ADMIN">{t('roles.ADMIN')}</option>
            </select>
          </label>
          {organisations.length > 1 ? (
            <label className={styles.field}>
              {keys('of')}
              <select name="organisation">
                {organisations.map((one) => (
                  <option key={one.id} value={one.id}>
                    {nameIn(locale, one)}
                  </option>
                ))}
              </select>
            </label>
          ) : (
            <input type="hidden" name="organisation" value={organisations[0]?.id ?? ''} />
          )}
        </div>
        <div className={styles.act}>
          <Button type="submit" loading={isPending}>
            {t('create')}
          </Button>
          <Said state={state} done={made ? t('created', { name: made.name }) : ''} />
        </div>
      </form>
    </details>
  );
}
