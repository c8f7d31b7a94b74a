'use client';

import { useSearchParams } from 'next/navigation';
import { usePathname } from '../../i18n/navigation.ts';
import { SearchBox } from './search-box.tsx';
import styles from './search-box.module.css';
import type { Visitor } from './visits.ts';

/** The box in the head of every page, but where it is the page itself, and for whoever has a link to one journey alone. */
export function HeaderSearch({ visitor }: { readonly visitor: Visitor }) {
  const pathname = usePathname();
  const search = useSearchParams();
  if (pathname === '/' || /^\/shared(\/|$)/.test(pathname)) return null;
  const number = pathname === '/find' ? (search.get('number') ?? '') : '';
  return (
    <div className={styles.header}>
      <SearchBox visitor={visitor} size="compact" initial={number} page={`${pathname} ${number}`} />
    </div>
  );
}
