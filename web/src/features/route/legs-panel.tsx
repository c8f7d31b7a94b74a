'use client';

import { useTranslations } from 'next-intl';
import { durationOf } from '../../time/age.ts';
import { ReportedTimeText } from '../../time/reported-time.tsx';
import { Icon } from '../../ui/icon.tsx';
import { Mark } from '../../ui/mark.tsx';
import { Panel } from '../../ui/panel.tsx';
import type { EventTime, Journey, Place } from '../journey/shipment.graphql.ts';
import { useNames } from '../journey/use-names.ts';
import { bestTime } from './best-time.ts';
import { Misdirected, OvertakenPlans } from './deviation.tsx';
import styles from './legs-panel.module.css';
import { routeOf, type RouteStop } from './route-of.ts';

/** The way as a line of stops and legs: the same as the map, in words. */
export function LegsPanel({ legs, deviation, overtaken }: Pick<Journey, 'legs' | 'deviation' | 'overtaken'>) {
  const t = useTranslations('legs');
  return (
    <Panel id="legs" title={t('title')}>
      <Misdirected deviation={deviation} />
      {legs.length === 0 ? <p className={styles.none}>{t('none')}</p> : null}
      <ol className={styles.route} data-testid="legs">
        {routeOf(legs).map((stop) => (
          <Stop key={stop.key} stop={stop} />
        ))}
      </ol>
      <OvertakenPlans overtaken={overtaken} />
    </Panel>
  );
}

function Stop({ stop: { place, arriving, leaving } }: { readonly stop: RouteStop }) {
  const t = useTranslations();
  const names = useNames();
  return (
    <li className={styles.item} data-leg={leaving?.state ?? 'NONE'}>
      <div
        className={styles.stop}
        data-reached={arriving?.state === 'DONE' || (leaving && leaving.state !== 'PLANNED')}
      >
        <span className={styles.dot} />
        <span className={styles.place}>
          <PlaceName place={place} />
        </span>
        <span className={styles.times}>
          {arriving ? (
            <LegTime
              word={t('legs.arrived')}
              actual={arriving.arrivalActual}
              estimated={arriving.arrivalEstimated}
              planned={arriving.arrivalPlanned}
              late={arriving.arrivalLate}
            />
          ) : null}
          {leaving ? (
            <LegTime
              word={t('legs.departed')}
              actual={leaving.departureActual}
              estimated={leaving.departureEstimated}
              planned={leaving.departurePlanned}
              late={leaving.departureLate}
            />
          ) : null}
        </span>
      </div>
      {leaving ? (
        <div className={styles.leg}>
          <span className={styles.mode}>
            <Icon name={leaving.mode} size={16} />
          </span>
          <span>
            {leaving.transport ? names.transport(leaving.transport) : t(`modes.${leaving.mode}`)}
            <span className={styles.more}>
              {' '}
              {t(`legs.${leaving.state}`)}
              {leaving.containers.length > 0
                ? ` · ${t('legs.boxes', { count: leaving.containers.length })}`
                : ''}
            </span>
          </span>
        </div>
      ) : null}
    </li>
  );
}

function PlaceName({ place }: { readonly place: Place | null }) {
  const t = useTranslations('legs');
  const names = useNames();
  if (!place) return t('unknownPlace');
  return (
    <>
      {names.place(place)} {place.facility ? <span className={styles.more}>{place.facility}</span> : null}
    </>
  );
}

interface LegTimeProps {
  readonly word: string;
  readonly actual: EventTime | null;
  readonly estimated: EventTime | null;
  readonly planned: EventTime | null;
  /** Minutes after the plan; null where nothing can be compared. */
  readonly late: number | null;
}

function LegTime({ word, actual, estimated, planned, late }: LegTimeProps) {
  const t = useTranslations();
  const best = bestTime({ actual, estimated, planned });
  if (!best) return null;
  const { certainty, time } = best;
  return (
    <span className={styles.time}>
      <Mark certainty={certainty} />
      <span className={styles.more}>
        {word}
        {certainty === 'ACTUAL' ? '' : ` (${t(`classifiers.${certainty}`)})`}
      </span>
      <ReportedTimeText time={time} />
      {late === null || certainty === 'PLANNED' ? null : <Late minutes={late} />}
    </span>
  );
}

function Late({ minutes }: { readonly minutes: number }) {
  const t = useTranslations();
  const { unit, count } = durationOf(minutes * 60_000);
  if (unit === 'now') return <span className={styles.more}>{t('journey.onTime')}</span>;
  return (
    <span className={minutes > 0 ? styles.late : styles.more} data-testid="late">
      {t(minutes > 0 ? 'journey.late' : 'journey.early', { length: t('time.length', { unit, count }) })}
    </span>
  );
}
