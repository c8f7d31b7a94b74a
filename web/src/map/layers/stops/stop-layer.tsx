'use client';

import { useTranslations } from 'next-intl';
import { useMemo } from 'react';
import type { LivePosition, MapStop } from '../../../features/journey/shipment.graphql.ts';
import { useNames } from '../../../features/journey/use-names.ts';
import { useMapKit } from '../../map-kit.ts';
import { labelBox } from '../live-position/label-box.ts';
import { placeLabels } from './place-labels.ts';
import styles from './stop-layer.module.css';

interface StopLayerProps {
  readonly stops: readonly MapStop[];
  /** Its disc and label are kept free. */
  readonly livePosition: LivePosition | null;
  readonly size: { readonly width: number; readonly height: number };
  /** Id of the place that a card is open of; null: of none. */
  readonly selected: string | null;
  readonly select: (place: MapStop['place']) => void;
}

/** Who chooses a label's side first. */
const rank: Record<MapStop['kind'], number> = { ORIGIN: 0, DESTINATION: 1, TRANSSHIPMENT: 2, STOP: 3 };

/** The places of the journey; drawn as page elements, so that names come in the page's own type in both languages. */
export function StopLayer({ stops, livePosition, size, selected, select }: StopLayerProps) {
  const t = useTranslations('map');
  const names = useNames();
  const { Marker, project, view } = useMapKit();
  const drawn = stops
    .flatMap(({ kind, place }) =>
      place.latitude === null || place.longitude === null
        ? []
        : [
            {
              kind,
              place,
              id: place.id,
              name: names.place(place),
              latitude: place.latitude,
              longitude: place.longitude,
            },
          ],
    )
    .toSorted((a, b) => rank[a.kind] - rank[b.kind]);
  const livePoint = livePosition ? project(livePosition.longitude, livePosition.latitude) : null;
  const key = [livePosition?.longitude, ...drawn.map(({ id, name }) => id + name)].join('|');
  const sides = useMemo(
    () =>
      placeLabels(
        drawn.flatMap(({ id, name, longitude, latitude }) => {
          const at = project(longitude, latitude);
          return at ? [{ id, text: name, x: at.x, y: at.y }] : [];
        }),
        size,
        livePoint ? labelBox(livePoint, size).boxes : [],
      ),
    // oxlint-disable-next-line react-hooks/exhaustive-deps -- `view` and `key` stand for what the placement depends on
    [key, view, size.width, size.height],
  );
  return drawn.map(({ kind, place, id, name, latitude, longitude }) => (
    <Marker key={`${id}:${kind}`} longitude={longitude} latitude={latitude}>
      <button
        type="button"
        className={styles.press}
        title={`${name} · ${t(kind)}`}
        aria-label={`${name} · ${t(kind)}`}
        aria-pressed={selected === id}
        onClick={(event) => {
          // The map under it would take it for a press beside the place.
          event.stopPropagation();
          select(place);
        }}
      >
        <span className={styles.stop} data-kind={kind}>
          {sides.has(id) ? (
            <span className={styles.label} data-side={sides.get(id)}>
              {name}
            </span>
          ) : null}
        </span>
      </button>
    </Marker>
  ));
}
