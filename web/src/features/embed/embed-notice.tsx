'use client';

import styles from './embed.module.css';
import { useAskAgain } from './use-ask-again.ts';

/** What stands in place of an embedded journey that cannot be shown. */
export function EmbedNotice({ title, text }: { readonly title: string; readonly text: string }) {
  useAskAgain();
  return (
    <main className={styles.card} data-testid="embed-notice" aria-label={title}>
      <h1 className={styles.verdict}>{title}</h1>
      <p className={styles.soft}>{text}</p>
    </main>
  );
}
