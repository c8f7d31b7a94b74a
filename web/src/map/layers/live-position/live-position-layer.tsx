'use client';

import { useTranslations } from 'next-intl';
import type { LivePosition } from '../../../features/journey/shipment.graphql.ts';
import { useMovementFacts } from '../../../features/route/use-movement-facts.ts';
import { usePositionWords } from '../../../features/route/use-position-words.ts';
import { Icon } from '../../../ui/icon.tsx';
import { useMapKit } from '../../map-kit.ts';
import { labelBox } from './label-box.ts';
import styles from './live-position-layer.module.css';

interface LivePositionLayerProps {
  readonly position: LivePosition;
  /** The one that speaks for most of the cargo: others have their words on the page and on their card. */
  readonly isFirst: boolean;
  readonly size: { readonly width: number; readonly height: number };
  /** Whether its card is open. */
  readonly isSelected: boolean;
  readonly select: () => void;
}

/** Where the cargo is, by what; which way that heads, how old it is, and whether it was reported. Pressed, its card says who reported it. */
export function LivePositionLayer({ position, isFirst, size, isSelected, select }: LivePositionLayerProps) {
  const t = useTranslations('map');
  const { who } = usePositionWords();
  const movement = useMovementFacts();
  const { Marker, project } = useMapKit();
  const { latitude, longitude, headingDegrees, courseDegrees, means, mode, basis } = position;
  const heading = headingDegrees ?? courseDegrees;
  const point = project(longitude, latitude);
  const label = point ? labelBox(point, size) : null;
  // The arrow says which way; in words there is no room for it beside the mark.
  const facts = [...movement({ ...position, headingDegrees: null, courseDegrees: null }), t(basis)];
  const words = [who(position), ...movement(position), t(basis)].join(' · ');
  return (
    <Marker longitude={longitude} latitude={latitude} style={{ zIndex: isFirst ? 3 : 2 }}>
      <button
        type="button"
        className={styles.position}
        data-basis={basis}
        data-means={means}
        data-testid="live-position"
        title={words}
        aria-label={words}
        aria-pressed={isSelected}
        onClick={(event) => {
          // The map under it would take it for a press beside the mark.
          event.stopPropagation();
          select();
        }}
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
      </button>
    </Marker>
  );
}
