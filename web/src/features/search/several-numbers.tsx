'use client';

import { useLocale, useTranslations } from 'next-intl';
import { useMemo } from 'react';
import { isTooMany, NUMBERS_MAX } from './read-numbers.ts';
import styles from './search-panel.module.css';
import { severalKinds } from './several-kinds.ts';

/** So many mistyped ones are named; the others are counted. */
const NAMED = 4;

/** What many numbers in the box are read as: how many of each kind, and which look mistyped. */
export function SeveralNumbers({ numbers }: { readonly numbers: readonly string[] }) {
  const t = useTranslations('search');
  const schemes = useTranslations('schemes');
  const locale = useLocale();
  const { kinds, shapeless, repaired, mistyped } = useMemo(
    () => severalKinds(numbers.slice(0, NUMBERS_MAX)),
    [numbers],
  );
  const count = numbers.length;
  if (isTooMany(numbers)) {
    const over = count - NUMBERS_MAX;
    return (
      <strong className={styles.fail}>
        {over > 0 ? t('tooMany', { count, most: NUMBERS_MAX, over }) : t('tooLong')}
      </strong>
    );
  }
  const named = new Intl.ListFormat(locale, { type: 'unit' }).format(mistyped.slice(0, NAMED));
  return (
    <>
      <strong>{t('several', { count })}</strong>
      {kinds.map(([kind, of]) => (
        <span key={kind} data-scheme={kind}>
          {t('severalKind', { kind: schemes(kind), count: of })}
        </span>
      ))}
      {shapeless > 0 ? <span>{t('severalNoKind', { count: shapeless })}</span> : null}
      {repaired > 0 ? (
        <span className={styles.repair}>{t('severalRepaired', { count: repaired })}</span>
      ) : null}
      {mistyped.length > 0 ? (
        <span className={styles.fail}>
          {t('severalMistyped', {
            numbers:
              mistyped.length > NAMED
                ? t('severalMore', { numbers: named, count: mistyped.length - NAMED })
                : named,
          })}
        </span>
      ) : null}
    </>
  );
}
