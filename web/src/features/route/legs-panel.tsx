'use client';

import { useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import { Icon } from '../../ui/icon.tsx';
import { Panel } from '../../ui/panel.tsx';
import type { Journey, Place } from '../journey/shipment.graphql.ts';
import { useNames } from '../journey/use-names.ts';
import { placeId } from './chosen-ids.ts';
import { Misdirected, OvertakenPlans } from './deviation.tsx';
import { LegTime } from './leg-time.tsx';
import styles from './legs-panel.module.css';
import { routeOf, type RouteStop } from './route-of.ts';
import type { Choosing } from './use-chosen.ts';

/** The way as a line of stops and legs: the same as the map, in words. */
export function LegsPanel({ journey, ...choosing }: Choosing & { readonly journey: Pick<Journey, 'legs' | 'deviation' | 'overtaken'> }) {
  const t = useTranslations('legs');
  const { legs, deviation, overtaken } = journey;
  return (
    <Panel id="legs" title={t('title')}>
      <Misdirected deviation={deviation} />
      {legs.length === 0 ? <p className={styles.none}>{t('none')}</p> : null}
      <ol className={styles.route} data-testid="legs">
        {routeOf(legs).map((stop) => (
          <Stop key={stop.key} stop={stop} {...choosing} />
        ))}
      </ol>
      <OvertakenPlans overtaken={overtaken} />
    </Panel>
  );
} // prettier-ignore

function Stop({ stop: { place, arriving, leaving }, ...choosing }: Choosing & { readonly stop: RouteStop }) {
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
          <PlaceName place={place} {...choosing} />
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
            <Choice id={`leg-${leaving.id}`} {...choosing}>
              {leaving.transport ? names.transport(leaving.transport) : t(`modes.${leaving.mode}`)}
            </Choice>
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

function PlaceName({ place, ...choosing }: Choosing & { readonly place: Place | null }) {
  const t = useTranslations('legs');
  const names = useNames();
  if (!place) return t('unknownPlace');
  return (
    <>
      <Choice id={placeId(place)} {...choosing}>
        {names.place(place)}
      </Choice>{' '}
      {place.facility ? <span className={styles.more}>{place.facility}</span> : null}
    </>
  );
}

interface ChoiceProps extends Choosing {
  readonly id: string;
  readonly children: ReactNode;
}

/** Pressed, it stands out here and on the map, which says more of it; pressed again, no more. */
function Choice({ id, chosen, choose, children }: ChoiceProps) {
  const isChosen = id === chosen;
  return (
    <button
      type="button"
      className={styles.choice}
      aria-pressed={isChosen}
      onClick={() => choose(isChosen ? '' : id)}
    >
      {children}
    </button>
  );
}
