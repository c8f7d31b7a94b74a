'use client';

import { useTranslations } from 'next-intl';
import type { Milestone } from '../journey/shipment.graphql.ts';
import styles from './evidence.module.css';
import { VoiceEvidence } from './voice-evidence.tsx';

/** Everything that justifies one milestone, a part for each source that says so. */
export function EvidenceList({ milestone }: { readonly milestone: Milestone }) {
  const t = useTranslations('evidence');
  if (milestone.voices.length === 0) return <p className={styles.none}>{t('none')}</p>;
  return (
    <>
      {milestone.derived ? <p className={styles.none}>{t('derived')}</p> : null}
      <Voices milestone={milestone} label={t('title')} />
    </>
  );
}

function Voices({ milestone, label }: { readonly milestone: Milestone; readonly label: string }) {
  return (
    <ul className={styles.list} aria-label={label} data-testid="evidence">
      {milestone.voices.map((voice) => (
        <li key={voice.eventId + voice.evidence.rawId}>
          <VoiceEvidence voice={voice} />
        </li>
      ))}
    </ul>
  );
}
