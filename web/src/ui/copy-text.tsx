'use client';

import { useTranslations } from 'next-intl';
import { useState } from 'react';
import styles from './copy-text.module.css';
import { Icon } from './icon.tsx';

interface CopyTextProps {
  /** What lands on the clipboard. */
  readonly text: string;
  /** What is shown; the text itself by default. */
  readonly shown?: string;
  /** What it is called for whoever hears the page; the text itself by default. */
  readonly name?: string;
}

const confirmMs = 1_600;

/** A number that copies itself: the whole of it is the button. */
export function CopyText({ text, shown = text, name = text }: CopyTextProps) {
  const t = useTranslations('app');
  const [copied, setCopied] = useState(false);
  const copy = async () => {
    try {
      await navigator.clipboard.writeText(text);
    } catch {
      return; // No clipboard (plain HTTP, denied): the number can still be selected.
    }
    setCopied(true);
    setTimeout(() => setCopied(false), confirmMs);
  };
  return (
    <button
      type="button"
      className={styles.button}
      onClick={() => void copy()}
      aria-label={t('copy', { what: name })}
    >
      <span className={styles.text}>{shown}</span>
      <Icon name={copied ? 'check' : 'copy'} size={14} className={styles.icon} />
      <output className="visually-hidden">{copied ? t('copied') : ''}</output>
    </button>
  );
}
