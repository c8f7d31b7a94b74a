'use client';

import { useTranslations } from 'next-intl';
import { useQuery } from 'urql';
import { ReportedTimeText } from '../../time/reported-time.tsx';
import { useAge } from '../../time/use-age.ts';
import { useNames } from '../journey/use-names.ts';
import { Computation } from './computation.tsx';
import { EtaBandText } from './eta-band.tsx';
import styles from './eta.module.css';
import { EtaEvidenceDocument, type EtaSeries } from './eta.graphql.ts';

interface TellingsProps {
  readonly shipmentId: string;
  readonly series: EtaSeries;
}

/** All that one source told of the arrival, the newest at the top, in the words of its messages. */
export function Tellings({ shipmentId, series }: TellingsProps) {
  const t = useTranslations();
  const names = useNames();
  const age = useAge();
  const [{ data, error }] = useQuery({ query: EtaEvidenceDocument, variables: { id: shipmentId } });
  const answer = data?.shipment;
  const journey = answer?.__typename === 'Shipment' ? answer.journey : null;
  const told = journey?.etaSeries.flatMap(({ tellings }) => tellings) ?? [];
  const wordsOf = (eventId: string, rawId: string) =>
    told.find((one) => one.eventId === eventId && one.evidence.rawId === rawId)?.evidence ?? null;
  return (
    <ol className={styles.tellings} data-testid="eta-tellings">
      {series.tellings.toReversed().map(({ eventId, toldAt, time, place, transport, code, basis, band, computation, evidence }) => {
        const words = wordsOf(eventId, evidence.rawId);
        return (
          <li key={eventId + evidence.rawId + toldAt} className={styles.telling}>
            <span>
              <strong>
                <ReportedTimeText time={time} />
              </strong>{' '}
              <span className={styles.soft}>
                {[
                  names.step(code, { tense: 'other', mode: transport?.mode ?? null, load: null }),
                  place ? names.place(place) : null,
                  transport ? names.transport(transport) : null,
                  t(`basis.${basis}`),
                ]
                  .filter(Boolean)
                  .join(' · ')}
              </span>
            </span>
            <time className={styles.soft} dateTime={toldAt}>
              {t('eta.told', { age: age(toldAt, 'HAPPENED') })}
            </time>
            {computation ? (
              <p className={styles.words}>
                <EtaBandText band={band} /> · <Computation computation={computation} />
              </p>
            ) : null}
            {words ? (
              <p className={styles.words}>
                <q className="number">{words.span}</q>{' '}
                <span className={styles.soft}>
                  {words.format}
                  {words.sha256 ? ` · SHA-256 ${words.sha256.slice(0, 12)}…` : ''}
                </span>
              </p>
            ) : error ? (
              <p className={styles.words}>{t('eta.noWords')}</p>
            ) : null}
          </li>
        );
      })}
    </ol>
  ); // prettier-ignore
}
