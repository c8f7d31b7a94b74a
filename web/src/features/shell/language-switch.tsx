'use client';

import { useLocale } from 'next-intl';
import { useSearchParams } from 'next/navigation';
import { Link, usePathname } from '../../i18n/navigation.ts';
import { localeNames, locales } from '../../i18n/routing.ts';
import styles from './shell.module.css';

/** The same page in the other language, named in that language. */
export function LanguageSwitch() {
  const locale = useLocale();
  const pathname = usePathname();
  const search = useSearchParams().toString();
  return locales
    .filter((other) => other !== locale)
    .map((other) => (
      <Link
        key={other}
        href={search ? `${pathname}?${search}` : pathname}
        locale={other}
        lang={other}
        hrefLang={other}
        className={styles.tool}
      >
        {localeNames[other]}
      </Link>
    ));
}
