import { useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import { Link } from '../../i18n/navigation.ts';
import account from '../account/account.module.css';
import { ConfirmForm } from '../account/confirm-form.tsx';
import { AddForm } from './add-form.tsx';
import { deleteList, renameList } from './change-lists.ts';
import { NameForm } from './name-form.tsx';
import { VIEWS, type View } from './watch-address.ts';
import type { WatchListHead } from './watch.graphql.ts';
import styles from './watch.module.css';

interface WatchSheetProps {
  readonly list: WatchListHead;
  readonly view: View;
  readonly children: ReactNode;
}

/** A list: what is added, what is in it, and for one of the firm what it is called. */
export function WatchSheet({ list: { id, name, size }, view, children }: WatchSheetProps) {
  const t = useTranslations('watch');
  return (
    <div className={styles.page}>
      <header>
        <div className={styles.head}>
          <h1 className={account.title}>{name ?? t('own')}</h1>
          <Link href="/watch" prefetch={false}>
            {t('all')}
          </Link>
        </div>
        <p className={account.lead}>{t(name === null ? 'ownHint' : 'sharedHint')}</p>
      </header>
      <AddForm list={id} isOpen={size === 0} />
      <nav className={styles.views} aria-label={t('views')}>
        {VIEWS.map((one) => (
          <Link
            key={one}
            href={{ pathname: `/watch/${id}`, query: one === 'cargo' ? {} : { show: one } }}
            aria-current={one === view ? 'true' : undefined}
            prefetch={false}
          >
            {one === 'cargo' ? t('cargo') : t('numbersOf', { count: size })}
          </Link>
        ))}
      </nav>
      {children}
      {name === null ? null : (
        <div className={styles.manage}>
          <NameForm key={name} action={renameList} words={t('rename')} submit={t('renameSubmit')} list={{ id, name }} />
          <ConfirmForm
            action={deleteList}
            id={id}
            words={t('delete')}
            label={t('deleteOf', { name })}
            sure={t('deleteSure', { count: size })}
            confirm={t('deleteConfirm')}
          />
        </div>
      )}
    </div>
  );
} // prettier-ignore
