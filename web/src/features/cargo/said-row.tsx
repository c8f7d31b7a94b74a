'use client';

import { useTranslations } from 'next-intl';
import { useState, type ReactNode } from 'react';
import { Icon } from '../../ui/icon.tsx';
import { ClaimLinks, type MilestoneOfClaim } from '../journey/claim-links.tsx';
import { useNames } from '../journey/use-names.ts';
import type { Party } from './cargo.graphql.ts';
import styles from './cargo.module.css';

interface SaidRowProps {
  readonly label: string;
  readonly isDisputed: boolean;
  readonly voices: Party['voices'];
  readonly milestones: MilestoneOfClaim;
  readonly testId: string;
  readonly children: ReactNode;
}

/** What papers say, and on demand who says it and where: a link to the line of the journey, which opens its message. */
export function SaidRow({ label, isDisputed, voices, milestones, testId, children }: SaidRowProps) {
  const t = useTranslations('lines');
  const names = useNames();
  const [open, setOpen] = useState(false);
  const sources = [...new Set(voices.map(({ source }) => names.source(source)))];
  return (
    <li className={styles.entry} data-testid={testId}>
      <button type="button" className={styles.row} aria-expanded={open} onClick={() => setOpen(!open)}>
        <span className={styles.label}>{label}</span>
        <span className={styles.said}>
          {children}
          {isDisputed ? <span className={styles.disputed}>{t('disagreement')}</span> : null}
        </span>
        <Icon name="chevron" size={16} className={styles.chevron} data-open={open} />
      </button>
      {open ? (
        <div className={styles.sources} data-testid="said-by">
          <span>{sources.join(' · ')}</span>
          <ClaimLinks evidence={voices.map(({ eventId }) => eventId)} milestones={milestones} />
        </div>
      ) : null}
    </li>
  );
}
