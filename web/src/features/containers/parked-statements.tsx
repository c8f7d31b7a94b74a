'use client';

import { useTranslations } from 'next-intl';
import { ClaimLinks, type MilestoneOfClaim } from '../journey/claim-links.tsx';
import { GroupEntry } from '../journey/group-entry.tsx';
import type { Parked } from '../journey/shipment.graphql.ts';
import styles from './containers-panel.module.css';

interface ParkedStatementsProps {
  readonly parked: readonly Parked[];
  readonly fresh: ReadonlySet<string>;
  readonly milestones: MilestoneOfClaim;
}

/** What else is told of a box and counts on none of its trips: why, who said it, and what speaks against it. */
export function ParkedStatements({ parked, fresh, milestones }: ParkedStatementsProps) {
  const t = useTranslations('parked');
  if (parked.length === 0) return null;
  return (
    <section className={styles.parked} data-testid="parked">
      <h3 className={styles.parkedTitle}>{t('title', { count: parked.length })}</h3>
      <ul>
        {parked.map(({ reason, milestone, against }) => (
          <li key={milestone.id}>
            <p className={styles.reason}>{t(`reasons.${reason}`)}</p>
            <ul>
              <GroupEntry
                group={{ key: milestone.id, head: milestone, items: [milestone] }}
                fresh={fresh}
                anchored={false}
                dated
              />
            </ul>
            {against.length > 0 ? (
              <div className={styles.against}>
                <span>{t('against')}</span>
                <ClaimLinks evidence={against} milestones={milestones} />
              </div>
            ) : null}
          </li>
        ))}
      </ul>
    </section>
  );
}
