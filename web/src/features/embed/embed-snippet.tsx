'use client';

import { useTranslations } from 'next-intl';
import { CopyText } from '../../ui/copy-text.tsx';
import styles from './embed-snippet.module.css';
import { snippetOf } from './snippet-of.ts';

interface EmbedSnippetProps {
  readonly locale: string;
  readonly token: string;
}

/** What somebody puts into a page of his own to show the journey there. */
export function EmbedSnippet({ locale, token }: EmbedSnippetProps) {
  const t = useTranslations('embed');
  const text = snippetOf({ address: `${location.origin}/${locale}/embed/${token}`, title: t('frameTitle') });
  return (
    <details className={styles.snippet} data-testid="embed-snippet">
      <summary>{t('title')}</summary>
      <p>{t('hint')}</p>
      <code>
        <CopyText text={text} name={t('code')} />
      </code>
    </details>
  );
}
