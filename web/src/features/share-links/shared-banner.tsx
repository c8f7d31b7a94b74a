'use client';

import { useTranslations } from 'next-intl';
import { InstantText } from '../../time/instant-text.tsx';
import type { LinkSight } from '../account/account.graphql.ts';
import { useGroupNames } from '../account/use-group-names.ts';
import styles from './share.module.css';

/** Says to whoever has a link what it shows and until when. */
export function SharedBanner({ link: { groups, until } }: { readonly link: LinkSight }) {
  const t = useTranslations('links');
  const groupNames = useGroupNames();
  return (
    <section className={styles.shared} aria-label={t('sharedTitle')} data-testid="shared">
      <strong>{t('sharedTitle')}</strong>
      <span>{t('sharedShows', { groups: groupNames(groups) })}</span>
      {until === null ? null : (
        <span>
          {t('sharedUntil')} <InstantText at={until} />
        </span>
      )}
      <span>{t('sharedHint')}</span>
    </section>
  );
}
