'use client';

import { useTranslations } from 'next-intl';
import { ReportedTimeText } from '../../time/reported-time.tsx';
import styles from './claim-links.module.css';
import type { Journey, Milestone } from './shipment.graphql.ts';
import { useNames } from './use-names.ts';

export type MilestoneOfClaim = ReadonlyMap<string, Milestone>;

/** The line of the journey on which each claim shows. */
export function milestonesByClaim({ logistics, documents }: Pick<Journey, 'logistics' | 'documents'>): MilestoneOfClaim {
  const lines = [...logistics, ...documents];
  return new Map(lines.flatMap((m) => m.voices.map(({ eventId }) => [eventId, m] as const)));
} // prettier-ignore

interface ClaimLinksProps {
  readonly evidence: readonly string[];
  readonly milestones: MilestoneOfClaim;
}

const firstShown = 3;

/** What shows it: each milestone once, as a link to its line, which opens there with the message behind it. */
export function ClaimLinks({ evidence, milestones }: ClaimLinksProps) {
  const t = useTranslations('attention');
  const names = useNames();
  const shown = [...new Set(evidence.flatMap((id) => milestones.get(id) ?? []))];
  if (shown.length === 0) return null;
  return (
    <ul className={styles.links} aria-label={t('shownBy')}>
      {shown.slice(0, firstShown).map((milestone) => (
        <li key={milestone.id}>
          <a href={`#milestone-${milestone.id}`}>{names.event(milestone)}</a>{' '}
          <span className={styles.time}>
            <ReportedTimeText time={milestone.time} />
          </span>
        </li>
      ))}
      {shown.length > firstShown ? <li>{t('moreShown', { count: shown.length - firstShown })}</li> : null}
    </ul>
  );
}
