'use client';

import { useTranslations } from 'next-intl';
import type { MilestoneOfClaim } from '../journey/claim-links.tsx';
import type { Party } from './cargo.graphql.ts';
import styles from './cargo.module.css';
import { SaidRow } from './said-row.tsx';
import { usePartyIds } from './use-party-ids.ts';

interface PartyRowProps {
  readonly party: Party;
  readonly milestones: MilestoneOfClaim;
}

/** One party in its role, with every way that it is written; it opens to who says so. */
export function PartyRow({ party, milestones }: PartyRowProps) {
  const t = useTranslations('cargo');
  const idsOf = usePartyIds();
  const { role, name, otherNames, isDisputed, voices } = party;
  const ids = idsOf(party);
  return (
    <SaidRow label={t(`roles.${role}`)} isDisputed={isDisputed} voices={voices} milestones={milestones} testId="party">
      <strong className={styles.name}>{name ?? ids[0]}</strong>
      {otherNames.map((other) => (
        <span key={other}>{other}</span>
      ))}
      {(name === null ? ids.slice(1) : ids).map((id) => (
        <span key={id} className={styles.soft}>
          {id}
        </span>
      ))}
    </SaidRow>
  );
} // prettier-ignore
