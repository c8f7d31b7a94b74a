'use client';

import { useTranslations } from 'next-intl';
import type { LivePosition } from '../../../features/journey/shipment.graphql.ts';
import { usePositionWords } from '../../../features/route/use-position-words.ts';
import { useAge } from '../../../time/use-age.ts';
import { Icon } from '../../../ui/icon.tsx';
import { useMapKit } from '../../map-kit.ts';
import { labelBox } from './label-box.ts';
import styles from './live-position-layer.module.css';

/** A nautical mile. */
const kilometresPerMile = 1.852;

interface LivePositionLayerProps {
  readonly position: LivePosition;
  /** The one that speaks for most of the cargo: others have their words on the page and in a tip. */
  readonly isFirst: boolean;
  readonly size: { readonly width: number; readonly height: number };
}

/** Where the cargo is, by what; which way that heads, how old it is, and whether it was reported. */
export function LivePositionLayer({ position, isFirst, size }: LivePositionLayerProps) {
  const t = useTranslations('map');
  const { who } = usePositionWords();
  const age = useAge();
  const { Marker, project } = useMapKit();
  const { latitude, longitude, headingDegrees, courseDegrees, speedKnots, means, mode, basis, at } = position;
  const heading = headingDegrees ?? courseDegrees;
  const point = project(longitude, latitude);
  const label = point ? labelBox(point, size) : null;
  const speedIn = (kind: LivePosition['means'], knots: number) =>
    kind === 'VESSEL' || kind === 'BARGE' || kind === 'AIRCRAFT'
      ? t('speed', { speed: Math.round(knots * 10) / 10 })
      : t('roadSpeed', { speed: Math.round(knots * kilometresPerMile) });
  const facts = [
    age(at, 'HAPPENED'),
    speedKnots === null ? null : speedIn(means, speedKnots),
    t(basis),
  ].filter((fact) => fact !== null);
  return (
    <Marker longitude={longitude} latitude={latitude} style={{ zIndex: isFirst ? 3 : 2 }}>
      <span
        className={styles.position}
        data-basis={basis}
        data-means={means}
        data-testid="live-position"
        title={[who(position), ...facts].join(' · ')}
      >
        {heading === null ? null : (
          <svg
            className={styles.heading}
            viewBox="0 0 44 44"
            style={{ rotate: `${heading}deg` }}
            aria-hidden="true"
          >
            <path d="M22 1 28 11 22 8.5 16 11z" />
          </svg>
        )}
        <span className={styles.disc}>
          <Icon name={means === 'CONTAINER' ? 'logistics' : (mode ?? 'logistics')} size={15} />
        </span>
        {isFirst ? (
          <span
            className={styles.label}
            data-sideways={label?.sideways ?? 'middle'}
            data-above={label?.above ?? false}
          >
            <strong>{who(position)}</strong>
            <span>{facts.join(' · ')}</span>
          </span>
        ) : null}
      </span>
    </Marker>
  );
}
