'use client';

import { useTranslations } from 'next-intl';
import type { FieldGroup } from '../account/account.graphql.ts';
import { EtaBandText } from '../eta/eta-band.tsx';
import { isWorthShowing } from '../eta/latest-telling.ts';
import { StopsFact } from '../attention/stops-fact.tsx';
import { useStops } from '../attention/use-stops.ts';
import { durationOf } from '../../time/age.ts';
import { ReportedTimeText } from '../../time/reported-time.tsx';
import { useAge } from '../../time/use-age.ts';
import { useLength } from '../../time/use-length.ts';
import { PositionLines } from '../route/position-lines.tsx';
import { usePositionWords } from '../route/use-position-words.ts';
import styles from './key-facts.module.css';
import type { Journey } from './shipment.graphql.ts';
import { useNames } from './use-names.ts';

interface KeyFactsProps {
  readonly journey: Journey;
  /** What is not shown to whoever looks: such a question is not asked, since nobody knows the answer here. */
  readonly withheld: readonly FieldGroup[];
}

/** The four questions, each with its answer and who says so. */
export function KeyFacts({ journey, withheld }: KeyFactsProps) {
  const t = useTranslations('journey');
  return (
    <dl className={styles.facts} aria-label={t('facts')}>
      <Where journey={journey} />
      <Next journey={journey} />
      {withheld.includes('ETA') && !journey.arrived ? null : <Arrival journey={journey} />}
      {withheld.includes('RELEASE') || withheld.includes('EXCEPTIONS') ? null : <Stops journey={journey} />}
    </dl>
  );
}

function Where({ journey }: { readonly journey: Journey }) {
  const { currentPlace, currentTransport, arrivalByPapers, last } = journey;
  const t = useTranslations('journey');
  const lines = useTranslations('lines');
  const names = useNames();
  const age = useAge();
  const place = currentPlace ? names.place(currentPlace) : null;
  const { truck } = usePositionWords();
  const means = currentTransport ? names.transport(currentTransport) : truck(journey);
  return (
    <div className={styles.fact}>
      <dt>{t('where')}</dt>
      <dd className={styles.answer}>{means ?? place ?? t('whereUnknown')}</dd>
      {currentPlace?.facility && !means ? <dd className={styles.more}>{currentPlace.facility}</dd> : null}
      {arrivalByPapers ? (
        <dd className={styles.more}>
          {t('byPapers', {
            event: names.event(arrivalByPapers),
            age: age(arrivalByPapers.time.instant, 'HAPPENED'),
          })}
        </dd>
      ) : null}
      {last ? (
        <dd className={styles.more}>
          {t('lastSeen', { event: names.event(last), age: age(last.time.instant, 'HAPPENED') })}
          {last.derived ? ` · ${lines('derived')}` : ''}
        </dd>
      ) : null}
      <PositionLines journey={journey} className={styles.more} />
    </div>
  );
}

function Next({ journey: { next, currentTransport } }: { readonly journey: Journey }) {
  const t = useTranslations();
  const names = useNames();
  const length = useLength();
  return (
    <div className={styles.fact}>
      <dt>{t('journey.next')}</dt>
      {next ? (
        <>
          <dd className={styles.answer}>{names.nextStep(next.code, currentTransport)}</dd>
          <dd className={styles.more}>
            {[next.place ? names.place(next.place) : null, t(`basis.${next.basis}`)]
              .filter(Boolean)
              .join(' · ')}
          </dd>
          {next.time ? (
            <dd className={styles.more}>
              <ReportedTimeText time={next.time} />
            </dd>
          ) : null}
          {next.overdueSince ? (
            <dd className={styles.overdue} data-testid="overdue">
              {t('journey.overdue', { length: length(next.overdueSince) })}
            </dd>
          ) : null}
          {next.unread.length > 0 ? (
            <dd className={styles.more} data-testid="unread">
              {t('journey.unread', { codes: next.unread.join(t('release.comma')) })}
            </dd>
          ) : null}
        </>
      ) : (
        <dd className={styles.nothing}>{t('journey.noNext')}</dd>
      )}
    </div>
  );
}

/** How far from the plan, in words; null without a plan. `minutes` late, or early where negative. */
function Delay({ minutes }: { readonly minutes: number | null }) {
  const t = useTranslations();
  if (minutes === null) return null;
  const { unit, count } = durationOf(minutes * 60_000);
  const delay = unit === 'now' ? 'onTime' : minutes > 0 ? 'late' : 'early';
  return (
    <span className={styles.delay} data-delay={delay}>
      {delay === 'onTime'
        ? t('journey.onTime')
        : t(`journey.${delay}`, { length: t('time.length', { unit, count }) })}
    </span>
  );
}

function Arrival({ journey: { arrived, eta, etaSeries } }: { readonly journey: Journey }) {
  const t = useTranslations();
  const names = useNames();
  const length = useLength();
  const voices = isWorthShowing(etaSeries) ? (
    <dd className={styles.more}>
      <a href="#eta">{t('eta.voices', { count: etaSeries.length })}</a>
    </dd>
  ) : null;
  if (arrived)
    return (
      <div className={styles.fact} data-testid="arrived">
        <dt>{t('journey.arrived')}</dt>
        <dd className={styles.answer}>
          <ReportedTimeText time={arrived.time} />
          <Delay minutes={arrived.late} />
        </dd>
        {arrived.place ? (
          <dd className={styles.more}>{t('journey.etaAt', { place: names.place(arrived.place) })}</dd>
        ) : null}
        {voices}
      </div>
    );
  if (!eta)
    return (
      <div className={styles.fact}>
        <dt>{t('journey.eta')}</dt>
        <dd className={styles.nothing}>{t('journey.noEta')}</dd>
        {voices}
      </div>
    );
  return (
    <div className={styles.fact} data-testid="eta">
      <dt>{t('journey.eta')}</dt>
      <dd className={styles.answer}>
        <ReportedTimeText time={eta.time} />
        <Delay minutes={eta.late} />
      </dd>
      <dd className={styles.more}>
        {[eta.place ? t('journey.etaAt', { place: names.place(eta.place) }) : null, t(`basis.${eta.basis}`)]
          .filter(Boolean)
          .join(' · ')}
      </dd>
      {eta.band ? (
        <dd className={styles.more}>
          <EtaBandText band={eta.band} />
        </dd>
      ) : null}
      {eta.overdueSince ? (
        <dd className={styles.overdue}>{t('journey.overdue', { length: length(eta.overdueSince) })}</dd>
      ) : null}
      <dd className={styles.more}>{t('journey.saysSource', { source: names.source(eta.source) })}</dd>
      {voices}
    </div>
  );
}

function Stops({ journey }: { readonly journey: Journey }) {
  const t = useTranslations('journey');
  const stops = useStops(journey);
  return (
    <div className={styles.fact} data-weight={stops[0]?.weight} data-testid="stops">
      <dt>{t('blockers')}</dt>
      <StopsFact stops={stops} readiness={journey.readiness} />
    </div>
  );
}
