'use client';

import { useLocale } from 'next-intl';
import { useInBrowser } from '../ui/use-in-browser.ts';
import styles from './reported-time.module.css';
import { atOffset, formatUtc, formatWallClock, offsetOf } from './wall-clock.ts';

/**
 * An instant on the clock of whoever looks, with its offset; UTC on hover. The server does not know his zone: it writes the same in
 * UTC, as wide, until the page comes alive.
 */
export function InstantText({ at }: { readonly at: string }) {
  const locale = useLocale();
  const isHere = useInBrowser(() => true, false);
  const time = atOffset(at, isHere ? -new Date(at).getTimezoneOffset() : 0);
  return (
    <time dateTime={at} title={formatUtc(at)}>
      <span className={styles.text}>{formatWallClock(time, locale, 0)}</span>{' '}
      <span className={styles.zone}>{offsetOf(time)}</span>
    </time>
  );
}
