'use client';

import { useTranslations } from 'next-intl';
import { useRef, useState } from 'react';
import styles from './account.module.css';

interface SecretProps {
  readonly title: string;
  /** What is shown this once. */
  readonly text: string;
}

/** Something that is shown once, with a button that copies it. */
export function Secret({ title, text }: SecretProps) {
  const t = useTranslations('account');
  const code = useRef<HTMLElement>(null);
  const [state, setState] = useState<'copy' | 'copied' | 'copyFailed'>('copy');
  const copy = async () => {
    try {
      await navigator.clipboard.writeText(text);
      setState('copied');
    } catch {
      // No clipboard (plain HTTP, denied): it is selected instead.
      if (code.current) getSelection()?.selectAllChildren(code.current);
      setState('copyFailed');
    }
  };
  return (
    <section className={styles.secret} aria-label={title} data-testid="secret">
      <strong>{title}</strong>
      <div>
        <code ref={code}>{text}</code>
        <button type="button" className={styles.quietButton} onClick={() => void copy()}>
          <span aria-live="polite">{t(state)}</span>
        </button>
      </div>
      <small>{t('once')}</small>
    </section>
  );
}
