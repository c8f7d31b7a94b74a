'use client';

import { useTranslations } from 'next-intl';
import { useStops } from '../attention/use-stops.ts';
import type { FieldGroup } from '../account/account.graphql.ts';
import { EtaBandText } from '../eta/eta-band.tsx';
import { voicesOf } from '../journey/group-milestones.ts';
import type { Journey } from '../journey/shipment.graphql.ts';
import { useNames } from '../journey/use-names.ts';
import { ReportedTimeText } from '../../time/reported-time.tsx';
import styles from './print-sheet.module.css';

interface SheetFactsProps {
  readonly journey: Journey;
  readonly withheld: readonly FieldGroup[];
}

/** The key facts, each with who says so. */
export function SheetFacts({ journey, withheld }: SheetFactsProps) {
  const t = useTranslations('journey');
  const names = useNames();
  const stops = useStops(journey);
  const { currentPlace, currentTransport, last, next } = journey;
  const showsStops = !withheld.includes('RELEASE') && !withheld.includes('EXCEPTIONS');
  const where = currentTransport
    ? names.transport(currentTransport)
    : currentPlace
      ? names.place(currentPlace)
      : t('whereUnknown');
  return (
    <dl className={styles.facts}>
      <div>
        <dt>{t('where')}</dt>
        <dd>{where}</dd>
        {last ? (
          <dd className={styles.soft}>
            {names.event(last)} <ReportedTimeText time={last.time} />
            <br />
            {voicesOf({ key: last.id, head: last, items: [last] })
              .map((source) => names.source(source))
              .join(' · ')}
          </dd>
        ) : null}
      </div>
      <div>
        <dt>{t('next')}</dt>
        <dd>{next ? names.nextStep(next.code, currentTransport) : t('noNext')}</dd>
        {next ? (
          <dd className={styles.soft}>
            {next.place ? names.place(next.place) : null} {next.time ? <ReportedTimeText time={next.time} /> : null}
          </dd>
        ) : null}
      </div>
      {withheld.includes('ETA') && !journey.arrived ? null : <Arrival journey={journey} />}
      {showsStops ? (
        <div>
          <dt>{t('blockers')}</dt>
          {stops.length === 0 ? <dd>{t('noBlockers')}</dd> : null}
          {stops.slice(0, 3).map(({ key, what, actor }) => (
            <dd key={key}>
              {what} <span className={styles.soft}>{actor}</span>
            </dd>
          ))}
        </div>
      ) : null}
    </dl>
  );
} // prettier-ignore

function Arrival({ journey: { arrived, eta } }: { readonly journey: Journey }) {
  const t = useTranslations('journey');
  const names = useNames();
  const answer = arrived ?? eta;
  return (
    <div>
      <dt>{t(arrived ? 'arrived' : 'eta')}</dt>
      <dd>{answer ? <ReportedTimeText time={answer.time} /> : t('noEta')}</dd>
      {answer?.place ? <dd className={styles.soft}>{t('etaAt', { place: names.place(answer.place) })}</dd> : null}
      {!arrived && eta ? (
        <dd className={styles.soft}>
          {t('saysSource', { source: names.source(eta.source) })}
          {eta.band ? <br /> : null}
          <EtaBandText band={eta.band} />
        </dd>
      ) : null}
    </div>
  );
} // prettier-ignore
