'use client';

import { useTranslations } from 'next-intl';
import type { LivePosition } from '../../../features/journey/shipment.graphql.ts';
import { useAge } from '../../../time/use-age.ts';
import { Icon } from '../../../ui/icon.tsx';
import { useMapKit } from '../../map-kit.ts';
import { labelBox } from './label-box.ts';
import styles from './live-position-layer.module.css';

interface LivePositionLayerProps {
  readonly position: LivePosition;
  readonly size: { readonly width: number; readonly height: number };
}

/** Where the means of transport was last, which way it heads, how old that is, and whether it was reported. */
export function LivePositionLayer({ position, size }: LivePositionLayerProps) {
  const t = useTranslations('map');
  const modes = useTranslations('modes');
  const age = useAge();
  const { Marker, project } = useMapKit();
  const { latitude, longitude, headingDegrees, courseDegrees, speedKnots, name, mode, basis, at } = position;
  const heading = headingDegrees ?? courseDegrees;
  const point = project(longitude, latitude);
  const label = point ? labelBox(point, size) : null;
  const facts = [
    age(at, 'HAPPENED'),
    speedKnots === null ? null : t('speed', { speed: Math.round(speedKnots * 10) / 10 }),
    t(basis),
  ].filter((fact) => fact !== null);
  return (
    <Marker longitude={longitude} latitude={latitude} style={{ zIndex: 3 }}>
      <span className={styles.position} data-basis={basis} data-testid="live-position">
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
          <Icon name={mode} size={15} />
        </span>
        <span
          className={styles.label}
          data-sideways={label?.sideways ?? 'middle'}
          data-above={label?.above ?? false}
        >
          <strong>{name ?? modes(mode)}</strong>
          <span>{facts.join(' · ')}</span>
        </span>
      </span>
    </Marker>
  );
}
