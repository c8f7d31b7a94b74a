import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import type { ReactNode } from 'react';
import { AccountNav } from '../../../features/account/account-nav.tsx';
import styles from '../../../features/account/account.module.css';
import { loadPerson } from '../../../features/account/load-viewer.ts';
import { SignOut } from '../../../features/access/sign-out.tsx';
import { ApiSilent } from '../../../features/shell/api-silent.tsx';

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('account');
  return { title: t('title'), robots: { index: false } };
}

export default async function AccountLayout({ children }: { readonly children: ReactNode }) {
  const [t, viewer] = await Promise.all([getTranslations('account'), loadPerson()]);
  if (viewer === null) return <ApiSilent />;
  return (
    <>
      <h1 className={styles.title}>{t('title')}</h1>
      <div className={styles.who}>
        <span>{viewer.name === null ? t('openMode') : t('signedInAs', { name: viewer.name })}</span>
        {viewer.name === null ? null : <SignOut />}
      </div>
      <AccountNav
        parts={
          viewer.isAdmin
            ? ['keys', 'links', 'alerts', 'webhooks', 'grants', 'people', 'audit']
            : ['links', 'alerts', 'webhooks', 'grants']
        }
      />
      <div className={styles.part}>{children}</div>
    </>
  );
}
