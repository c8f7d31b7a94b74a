'use client';

import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { Panel } from '../../ui/panel.tsx';
import type { MilestoneOfClaim } from '../journey/claim-links.tsx';
import type { Exception } from '../journey/shipment.graphql.ts';
import styles from './attention.module.css';
import { ExceptionRow } from './exception-row.tsx';
import { groupExceptions } from './group-exceptions.ts';

interface AttentionPanelProps {
  readonly exceptions: readonly Exception[];
  readonly milestones: MilestoneOfClaim;
}

/** What is wrong with the cargo, the gravest first; what has ended is folded away, and nothing of it is lost. */
export function AttentionPanel({ exceptions, milestones }: AttentionPanelProps) {
  const t = useTranslations('attention');
  const [past, setPast] = useState(false);
  if (exceptions.length === 0) return null;
  const groups = groupExceptions(exceptions);
  const open = groups.filter(({ closedAt }) => closedAt === null);
  const closed = groups.filter(({ closedAt }) => closedAt !== null);
  return (
    <Panel id="attention" title={t('title', { count: open.length })}>
      <ul>
        {open.map((exception) => (
          <ExceptionRow key={exception.id} exception={exception} milestones={milestones} />
        ))}
      </ul>
      {closed.length > 0 ? (
        <button type="button" className={styles.past} aria-expanded={past} onClick={() => setPast(!past)}>
          {past ? t('fewer') : t('past', { count: closed.length })}
        </button>
      ) : null}
      {past ? (
        <ul>
          {closed.map((exception) => (
            <ExceptionRow key={exception.id} exception={exception} milestones={milestones} />
          ))}
        </ul>
      ) : null}
    </Panel>
  );
}
