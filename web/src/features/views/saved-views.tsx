'use client';

import { Button } from '@mantine/core';
import { useTranslations } from 'next-intl';
import { Link } from '../../i18n/navigation.ts';
import account from '../account/account.module.css';
import { ConfirmForm } from '../account/confirm-form.tsx';
import { Said } from '../account/said.tsx';
import { useSubmit } from '../account/use-submit.ts';
import { deleteView, keepView } from './change-views.ts';
import { viewAddress } from './view-query.ts';
import type { SavedView } from './views.graphql.ts';
import styles from './views.module.css';

interface SavedViewsProps {
  readonly views: readonly SavedView[];
  /** What the list shows now. */
  readonly query: string;
}

/** Views of the list under their names: to go to, to keep what is shown now, to forget the one that is shown. */
export function SavedViews({ views, query }: SavedViewsProps) {
  const t = useTranslations('views');
  const shown = views.find((view) => viewAddress(view.query) === viewAddress(query));
  return (
    <section className={styles.views} aria-label={t('title')} data-testid="views">
      {views.length > 0 ? (
        <nav aria-label={t('title')} className={styles.names}>
          {views.map((view) => (
            <Link
              key={view.id}
              href={viewAddress(view.query)}
              aria-current={view.id === shown?.id ? 'true' : undefined}
              prefetch={false}
            >
              {view.name}
              <small>{t(view.isShared ? 'shared' : 'own')}</small>
            </Link>
          ))}
        </nav>
      ) : null}
      <div className={styles.acts}>
        <KeepForm query={query} />
        {shown ? (
          <ConfirmForm
            key={shown.id}
            action={deleteView}
            id={shown.id}
            words={t('delete')}
            label={t('deleteOf', { name: shown.name })}
            sure={t(shown.isShared ? 'deleteShared' : 'deleteOwn')}
            confirm={t('deleteConfirm')}
          />
        ) : null}
      </div>
    </section>
  );
}

function KeepForm({ query }: { readonly query: string }) {
  const t = useTranslations('views');
  const { state, submit, isPending } = useSubmit(keepView);
  return (
    <details className={account.fresh}>
      <summary>{t('keep')}</summary>
      <form onSubmit={submit} className={account.form}>
        <input type="hidden" name="query" value={query} />
        <label className={account.field}>
          {t('name')}
          <input name="name" required maxLength={100} autoComplete="off" />
          <small>{t('nameHint')}</small>
        </label>
        <label className={account.choice}>
          <input type="checkbox" name="isShared" />
          {t('share')}
        </label>
        <div className={account.act}>
          <Button type="submit" loading={isPending}>
            {t('keepSubmit')}
          </Button>
          <Said state={state} done={t('kept')} />
        </div>
      </form>
    </details>
  );
}
