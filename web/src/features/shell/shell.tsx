import { useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import { Link } from '../../i18n/navigation.ts';
import type { Service } from '../live/service.graphql.ts';
import { HeaderSearch } from '../search/header-search.tsx';
import type { Visitor } from '../search/visits.ts';
import type { FootPage } from './foot-pages.ts';
import { LanguageSwitch } from './language-switch.tsx';
import { Main } from './main.tsx';
import { SampleWorldBanner } from './sample-world-banner.tsx';
import styles from './shell.module.css';
import { ThemeSwitch } from './theme-switch.tsx';

interface ShellProps {
  readonly service: Service | null;
  readonly visitor: Visitor;
  readonly foot: readonly FootPage[];
  readonly children: ReactNode;
}

/** What stands around every page. */
export function Shell({ service, visitor, foot, children }: ShellProps) {
  const t = useTranslations('app');
  return (
    <>
      <a className={styles.skip} href="#content">
        {t('skip')}
      </a>
      {service && (service.sampleWorld || service.clockRate !== 1) ? (
        <SampleWorldBanner service={service} />
      ) : null}
      <header className={styles.header}>
        <Link href="/" className={styles.wordmark} aria-label={t('home')}>
          <svg viewBox="0 0 28 20" width="28" height="20" aria-hidden="true">
            <path d="M3 6h9c5 0 5 8 10 8h3" />
            <path className={styles.second} d="M3 14h9c5 0 5-8 10-8h3" />
            <circle cx="3.5" cy="6" r="2.5" />
            <circle className={styles.second} cx="3.5" cy="14" r="2.5" />
          </svg>
          <span lang="en">Throughline</span>
          <span lang="zh-CN" className={styles.chinese}>
            全程通
          </span>
        </Link>
        <HeaderSearch visitor={visitor} />
        <div className={styles.tools}>
          <Link href="/shipments" className={styles.tool}>
            {t('shipments')}
          </Link>
          <Link href="/watch" className={styles.tool} prefetch={false}>
            {t('watch')}
          </Link>
          <Link href="/ports" className={styles.tool} prefetch={false}>
            {t('ports')}
          </Link>
          <Link href="/account" className={styles.tool} prefetch={false}>
            {t('account')}
          </Link>
          <LanguageSwitch />
          <ThemeSwitch />
        </div>
      </header>
      <Main>{children}</Main>
      <footer className={styles.footer}>
        <p>{t('footer')}</p>
        {foot.length === 0 ? null : (
          <nav className={styles.links} aria-label={t(foot.includes('sources') ? 'operators' : 'reference')}>
            {foot.map((page) => (
              <Link key={page} href={`/${page}`} prefetch={false}>
                {t(page)}
              </Link>
            ))}
          </nav>
        )}
      </footer>
    </>
  );
}
