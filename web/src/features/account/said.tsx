'use client';

import { useTranslations } from 'next-intl';
import type { Failed } from './problem.ts';
import styles from './account.module.css';

interface SaidProps {
  readonly state: Failed | { readonly outcome: string } | null;
  /** What is said where it went well; nothing by default. */
  readonly done?: string;
}

/** What came of a form, in the reader's terms and aloud. */
export function Said({ state, done = '' }: SaidProps) {
  const t = useTranslations('account.problems');
  const isFailed = state !== null && 'problem' in state;
  return (
    <output className={styles.said} data-failed={isFailed}>
      {isFailed ? t(state.problem) : state === null ? '' : done}
      {isFailed && state.value ? <bdi> {state.value}</bdi> : null}
    </output>
  );
}
