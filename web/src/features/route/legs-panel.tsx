'use client';

import { useTranslations } from 'next-intl';
import { Icon } from '../../ui/icon.tsx';
import { Panel } from '../../ui/panel.tsx';
import type { Journey, Place } from '../journey/shipment.graphql.ts';
import { useNames } from '../journey/use-names.ts';
import { Misdirected, OvertakenPlans } from './deviation.tsx';
import { LegTime } from './leg-time.tsx';
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
          {arriving ? <LegTime leg={arriving} end="arrival" /> : null}
          {leaving ? <LegTime leg={leaving} end="departure" /> : null}
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
