'use client';

import { Button } from '@mantine/core';
import { useTranslations } from 'next-intl';
import { Link } from '../../i18n/navigation.ts';
import styles from '../account/account.module.css';
import { ChoicesField } from '../account/choices-field.tsx';
import { Said } from '../account/said.tsx';
import { Secret } from '../account/secret.tsx';
import { useSubmit } from '../account/use-submit.ts';
import { useListedWords } from '../shipments/use-listed-words.ts';
import { ListField } from '../watch/list-field.tsx';
import { createWebhook } from './change-webhooks.ts';
import { ENTRIES_MAX, EXCEPTIONS, KINDS, PARTS, PHASES } from './choices.ts';
import type { ListName } from './webhooks.graphql.ts';

interface NewWebhookFormProps {
  /** Those of the organisation. */
  readonly lists: readonly ListName[];
}

export function NewWebhookForm({ lists }: NewWebhookFormProps) {
  const t = useTranslations('webhooks');
  const phases = useTranslations('phases');
  const words = useListedWords();
  const { state, submit, isPending } = useSubmit(createWebhook);
  const made = state?.outcome === 'SECRET' ? state : null;
  return (
    <>
      {made ? (
        <>
          <Secret key={made.secret} title={t('created')} text={made.secret} />
          <Link href={`/account/webhooks/${made.id}`} prefetch={false}>
            {t('open')}
          </Link>
        </>
      ) : null}
      <details className={styles.fresh}>
        <summary>{t('new')}</summary>
        <form key={made?.id} onSubmit={submit} className={styles.form}>
          <div className={styles.fields}>
            <label className={styles.field}>
              {t('url')}
              <input name="url" type="url" required maxLength={2000} autoComplete="off" placeholder="https://" />
              <small>{t('urlHint')}</small>
            </label>
            <label className={styles.field}>
              {t('description')}
              <input name="description" maxLength={200} autoComplete="off" />
            </label>
            <label className={styles.field}>
              {t('entriesMax')}
              <input name="entriesMax" type="number" min={1} max={ENTRIES_MAX} defaultValue={100} required />
            </label>
          </div>
          <fieldset className={styles.choices}>
            <legend>{t('filter')}</legend>
            <p className={styles.hint}>{t('filterHint')}</p>
          </fieldset>
          {lists.length > 0 ? <ListField lists={lists} label={t('watchList')} none={t('anyCargo')} /> : null}
          <label className={styles.field}>
            {t('numbers')}
            <textarea name="numbers" rows={2} spellCheck={false} />
            <small>{t('numbersHint')}</small>
          </label>
          <ChoicesField name="kinds" legend={t('kinds')} options={KINDS.map((one) => [one, t(`kindNames.${one}`)])} />
          <ChoicesField name="exceptions" legend={t('exceptions')} options={EXCEPTIONS.map((one) => [one, words.exception(one)])} />
          <ChoicesField name="phases" legend={t('phases')} options={PHASES.map((one) => [one, phases(one)])} />
          <ChoicesField name="parts" legend={t('parts')} options={PARTS.map((one) => [one, t(`partNames.${one}`)])} />
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
} // prettier-ignore
