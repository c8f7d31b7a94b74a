'use client';

import { classifyNumber } from 'graph-schema/identifiers';
import { useTranslations } from 'next-intl';
import { useMemo } from 'react';
import { likelyKinds } from './likely-kinds.ts';
import { NumberKind } from './number-kind.tsx';
import styles from './search-panel.module.css';

const fewestCharacters = 4;

/** What the number in the box is read as, best first, said while it is typed. */
export function NumberKinds({ number }: { readonly number: string }) {
  const t = useTranslations('search');
  const kinds = useMemo(
    () => (number.length < fewestCharacters ? null : likelyKinds(classifyNumber(number))),
    [number],
  );
  return (
    <>
      {kinds?.length === 0 ? <span>{t('noKind')}</span> : null}
      {kinds?.map((kind, index) => (
        <span key={kind.scheme} className={styles.kind} data-scheme={kind.scheme}>
          <span className={styles.reads}>{t(index === 0 ? 'reads' : 'or')}</span>
          <NumberKind kind={kind} withValue={index === 0 || kind.value !== kinds[0]?.value} />
        </span>
      ))}
    </>
  );
}
