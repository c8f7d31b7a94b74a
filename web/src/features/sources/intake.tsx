'use client';

import { useTranslations } from 'next-intl';
import { useSubscription } from 'urql';
import { LiveProvider } from '../live/live-client.tsx';
import { intakeWords } from './intake-words.ts';
import { IntakeDocument } from './sources.graphql.ts';
import styles from './sources.module.css';

/** Whether messages are taken, and how many wait to be read, as it is now. */
export function Intake({ socketUrl }: { readonly socketUrl: string }) {
  return (
    <LiveProvider endpoint={socketUrl} token={null}>
      <Depth />
    </LiveProvider>
  );
}

function Depth() {
  const t = useTranslations('sources.intake');
  const [{ data }] = useSubscription({ query: IntakeDocument });
  const { state, counts } = intakeWords(data?.ingestHealth ?? null);
  return (
    <p className={styles.about} data-testid="intake">
      <span>{t('title')}</span>
      <strong data-alert={state === 'isNotReady'}>{t(state)}</strong>
      {counts.map(([name, count]) => (
        <span key={name}>{t(name, { count })}</span>
      ))}
    </p>
  );
}
