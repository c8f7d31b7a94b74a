'use client';

import { useTranslations } from 'next-intl';
import { useAnew } from '../../i18n/use-anew.ts';
import { formatUtc } from '../../time/wall-clock.ts';
import { useNow } from '../live/service-clock.tsx';
import { type Fetched, listAge } from './list-age.ts';
import styles from './shipments.module.css';

/** So often it is looked at how old it is. */
const GRAIN_MS = 10_000;

/**
 * How old a list is, and the way to a new one. Rows change when whoever reads them asks for it, and not before; the line is always there,
 * so that nothing moves when it begins to say so.
 */
export function ListFetched({ fetched }: { readonly fetched: Fetched }) {
  const t = useTranslations('list');
  const times = useTranslations('time');
  const [isAsking, ask] = useAnew();
  const age = listAge(fetched, useNow(GRAIN_MS));
  const text = age === null ? t('fetchedNow') : t('fetched', { age: times(age.direction, { unit: age.unit, count: age.count }) });
  return (
    <p className={styles.fetched} data-testid="fetched" data-stale={age !== null}>
      <time dateTime={fetched.at} title={formatUtc(fetched.at)}>
        {text}
      </time>
      <button type="button" aria-disabled={isAsking} onClick={isAsking ? undefined : ask}>
        {t(isAsking ? 'isFetched' : 'fetchAnew')}
      </button>
    </p>
  );
} // prettier-ignore
