'use client';

import type { FeatureCollection } from 'geojson';
import { useEffect, useMemo } from 'react';
import type { Bounds } from '../../map/bounds.ts';
import { useMapKit } from '../../map/map-kit.ts';
import { palettes, type Scheme } from '../../map/palette.ts';
import { useNames } from '../journey/use-names.ts';
import { circleOf } from './port-bounds.ts';
import { namesWithRoom } from './names-with-room.ts';
import type { Port } from './ports.graphql.ts';
import styles from './port-page.module.css';
import type { Positions } from './use-positions.ts';

/** Where ships wait: dashed circles, as they are known to two miles. */
export function GroundsLayer({ port, scheme }: { readonly port: Port; readonly scheme: Scheme }) {
  const { Source, Line } = useMapKit();
  const data = useMemo(
    (): FeatureCollection => ({
      type: 'FeatureCollection',
      features: port.waitingGrounds.map((ground) => ({
        type: 'Feature',
        properties: {},
        geometry: { type: 'LineString', coordinates: circleOf(ground).map((point) => [...point]) },
      })),
    }),
    [port],
  );
  return (
    <Source id="grounds" type="geojson" data={data}>
      <Line
        id="grounds"
        type="line"
        layout={{ 'line-cap': 'butt', 'line-join': 'round' }}
        paint={{ 'line-color': palettes[scheme].mode.VESSEL, 'line-width': 1.25, 'line-dasharray': [4, 3], 'line-opacity': 0.8 }}
      />
    </Source>
  );
} // prettier-ignore

interface MarksLayerProps {
  readonly port: Port;
  readonly selected: string;
  readonly select: (id: string) => void;
}

/** Pixels that a name takes; where there are none left, a dot stands for it. */
const [MARK_WIDTH, MARK_HEIGHT] = [64, 27];

/** Terminals and waiting grounds by name; each opens its card. */
export function MarksLayer({ port, selected, select }: MarksLayerProps) {
  const { Marker, project } = useMapKit();
  const { place } = useNames();
  const terminals = port.terminals.flatMap(({ latitude, longitude, ...one }) =>
    latitude === null || longitude === null ? [] : [{ id: `terminal:${one.code}`, kind: 'TERMINAL' as const, text: one.code, name: place(one), latitude, longitude }],
  );
  const grounds = port.waitingGrounds.map((one) => ({ ...one, id: `ground:${one.name}`, text: place(one), name: place(one) }));
  const taken: { readonly x: number; readonly y: number }[] = [];
  const hasRoom = (longitude: number, latitude: number) => {
    const point = project(longitude, latitude);
    if (!point || taken.some(({ x, y }) => Math.abs(x - point.x) < MARK_WIDTH && Math.abs(y - point.y) < MARK_HEIGHT)) return false;
    taken.push(point);
    return true;
  };
  return [...terminals, ...grounds].map(({ id, kind, text, name, latitude, longitude }) => {
    const isNamed = hasRoom(longitude, latitude);
    return (
      <Marker key={id} longitude={longitude} latitude={latitude} style={{ zIndex: isNamed ? 2 : 1 }}>
        <button type="button" className={kind === 'TERMINAL' ? styles.terminal : styles.ground} data-named={isNamed} title={name} aria-label={name} aria-pressed={selected === id}
          onClick={(event) => {
            // The map would take it for a press beside all things, and choose nothing.
            event.stopPropagation();
            select(id);
          }}>
          {isNamed ? text : null}
        </button>
      </Marker>
    );
  });
} // prettier-ignore

const NAMES_MAX = 40;
/** Farther out names would stand for crowds. */
const NAMES_ZOOM = 7;

interface NamesLayerProps {
  readonly port: Port;
  readonly positions: Positions;
  readonly selected: string;
}

/** Names of what moves, as far as they have room. The list beside the map has them all. */
export function NamesLayer({ port, positions, selected }: NamesLayerProps) {
  const { Marker, project, viewed } = useMapKit();
  const zoom = viewed()?.zoom ?? 0;
  const marks = [...port.terminals, ...port.waitingGrounds].flatMap(({ latitude, longitude }) => {
    const point = latitude === null || longitude === null ? null : project(longitude, latitude);
    return point ? [{ left: point.x - MARK_WIDTH / 2, top: point.y - MARK_HEIGHT / 2, right: point.x + MARK_WIDTH / 2, bottom: point.y + MARK_HEIGHT / 2 }] : [];
  });
  const named = positions.objects.things
    .filter(({ id, name }) => name !== null && (zoom >= NAMES_ZOOM || id === selected))
    .toSorted((a, b) => Number(b.id === selected) - Number(a.id === selected) || (a.id < b.id ? -1 : 1))
    .flatMap(({ id, name, longitude, latitude }) => {
      const point = project(longitude, latitude);
      return point ? [{ id, name: name ?? '', longitude, latitude, x: point.x, y: point.y }] : [];
    });
  return namesWithRoom(named, marks, NAMES_MAX).map(({ id, name, longitude, latitude }) => (
    <Marker key={id} longitude={longitude} latitude={latitude} style={{ pointerEvents: 'none' }}>
      <span className={styles.name} data-selected={id === selected} aria-hidden="true">{name}</span>
    </Marker>
  ));
} // prettier-ignore

/** Tells what is in view whenever it has come to rest. */
export function ViewTeller({ onView }: { readonly onView: (view: { readonly bounds: Bounds; readonly zoom: number }) => void }) {
  const { viewed } = useMapKit();
  useEffect(() => {
    const seen = viewed();
    if (seen) onView(seen);
    // `viewed` is another whenever the view has come to rest.
  }, [viewed, onView]);
  return null;
} // prettier-ignore
