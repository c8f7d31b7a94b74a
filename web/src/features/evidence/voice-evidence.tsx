'use client';

import { useTranslations } from 'next-intl';
import type en from '../../../messages/en.json';
import { formatUtc } from '../../time/wall-clock.ts';
import { ReportedTimeText } from '../../time/reported-time.tsx';
import { useAge } from '../../time/use-age.ts';
import { CopyText } from '../../ui/copy-text.tsx';
import { Fact } from '../../ui/fact.tsx';
import type { Voice } from '../journey/shipment.graphql.ts';
import { useNames } from '../journey/use-names.ts';
import styles from './evidence.module.css';

type SourceKind = keyof typeof en.evidence.kinds;
const shortHash = 12;

/** What one source said, how it reached us, and the words of the message themselves. */
export function VoiceEvidence({ voice }: { readonly voice: Voice }) {
  const t = useTranslations('evidence');
  const zones = useTranslations('time.zoneSource');
  const names = useNames();
  const age = useAge();
  const { source, time, place, rawCode, messageRef, evidence } = voice;
  const name = names.source(source);
  return (
    <div className={styles.voice}>
      <p className={styles.source}>
        <strong>{name}</strong>
        {t.has(`kinds.${source.kind as SourceKind}`) ? (
          <span>{t(`kinds.${source.kind as SourceKind}`)}</span>
        ) : null}
      </p>
      <dl className={styles.facts}>
        <Fact name={t('said')}>
          <ReportedTimeText time={time} /> <span className={styles.soft}>{formatUtc(time.instant)}</span>
        </Fact>
        <Fact name={t('zone')}>
          {time.zone} <span className={styles.soft}>{zones(time.zoneSource)}</span>
        </Fact>
        {place ? (
          <Fact name={t('place')}>
            {names.place(place)} {place.unLocode ? <span className="number">{place.unLocode}</span> : null}{' '}
            {place.facility}
          </Fact>
        ) : null}
        {rawCode ? (
          <Fact name={t('code')}>
            <span className="number">{rawCode}</span>
          </Fact>
        ) : null}
        <Fact name={t('format')}>
          <span className="number">{evidence.format}</span>
        </Fact>
        {messageRef ? (
          <Fact name={t('reference')}>
            <span className={`number ${styles.long}`}>{messageRef}</span>
          </Fact>
        ) : null}
        <Fact name={t('received')}>
          <time dateTime={evidence.receivedAt}>{formatUtc(evidence.receivedAt)}</time>{' '}
          <span className={styles.soft}>{age(evidence.receivedAt, 'HAPPENED')}</span>
        </Fact>
        {evidence.sha256 ? (
          <Fact name={t('hash')}>
            <span className="number">
              <CopyText text={evidence.sha256} shown={`${evidence.sha256.slice(0, shortHash)}…`} />
            </span>
          </Fact>
        ) : null}
      </dl>
      <figure className={styles.raw} aria-label={t('raw', { source: name })}>
        {/* Focusable, so that a long message can be scrolled with the keyboard. */}
        {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex */}
        <pre tabIndex={0}>
          {evidence.before}
          <mark>{evidence.span}</mark>
          {evidence.after}
        </pre>
      </figure>
    </div>
  );
}
