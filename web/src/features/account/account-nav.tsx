'use client';

import { useTranslations } from 'next-intl';
import { Link, usePathname } from '../../i18n/navigation.ts';
import styles from './account.module.css';

/** Parts of the account; those `of` the viewer are left to the layout to choose. */
export type AccountPart = 'keys' | 'links' | 'alerts' | 'webhooks' | 'grants' | 'people' | 'audit';

export function AccountNav({ parts }: { readonly parts: readonly AccountPart[] }) {
  const t = useTranslations('account');
  const path = usePathname();
  const link = (href: string, words: string, isHere: boolean) => (
    <Link key={href} href={href} aria-current={isHere ? 'page' : undefined} prefetch={false}>
      {words}
    </Link>
  );
  return (
    <nav className={styles.nav} aria-label={t('parts')}>
      {link('/account', t('title'), path === '/account')}
      {parts.map((part) => link(`/account/${part}`, t(part), path.startsWith(`/account/${part}`)))}
    </nav>
  );
}
