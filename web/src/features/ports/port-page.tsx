'use client';

import { useComputedColorScheme } from '@mantine/core';
import { useTranslations } from 'next-intl';
import { useMemo, useRef, useState } from 'react';
import { Link } from '../../i18n/navigation.ts';
import type { Bounds } from '../../map/bounds.ts';
import { ClusterLayer } from '../../map/layers/clusters/cluster-layer.tsx';
import { MovingObjectsLayer } from '../../map/layers/moving/moving-layer.tsx';
import { MapControls } from '../../map/map-controls.tsx';
import { MapView } from '../../map/map-view.tsx';
import { useHash } from '../../ui/use-hash.ts';
import { daysBefore } from '../as-of/slider-range.ts';
import { TimeSlider } from '../as-of/time-slider.tsx';
import { lookAt, useInstant } from '../as-of/use-instant.ts';
import { useNames } from '../journey/use-names.ts';
import { ConnectionState } from '../live/connection-state.tsx';
import { LiveProvider } from '../live/live-client.tsx';
import { StandingClock } from '../live/service-clock.tsx';
import { AnchoragePanel, BerthPanel, YardPanel } from './lying-panels.tsx';
import { NearPanel } from './near-panel.tsx';
import { portBounds } from './port-bounds.ts';
import { GroundsLayer, MarksLayer, NamesLayer, ViewTeller } from './port-layers.tsx';
import styles from './port-page.module.css';
import type { Port } from './ports.graphql.ts';
import { RunBoard } from './run-board.tsx';
import { type ListOfRun, listOfRun } from './run-list.ts';
import { Paused, ShownState } from './shown-state.tsx';
import { ThingCard } from './thing-card.tsx';
import { anchorageQueue, isSame } from './things.ts';
import { useTerminalName } from './use-terminal-name.ts';
import { usePortNow } from './use-port-now.ts';
import { usePositions } from './use-positions.ts';
import { WaitingPanel } from './waiting-panel.tsx';

interface PortPageProps {
  readonly port: Port;
  /** As of when it was loaded, UTC; null: now. */
  readonly loadedAsOf: string | null;
  /** WebSocket address of the API, or empty for the page's own origin. */
  readonly socketUrl: string;
  readonly mapboxToken: string | null;
  /** Whether the list of shipments has all that whoever looks sees here. */
  readonly hasList: boolean;
}

export function PortPage({ socketUrl, ...page }: PortPageProps) {
  return (
    <LiveProvider endpoint={socketUrl} token={null}>
      <Sheet {...page} />
    </LiveProvider>
  );
}

/** From this zoom on the API leaves nobody out. */
const ALL_ZOOM = 12;
/** So far the page goes back. */
const DAYS_BACK = 7;
/** Shipments that the API looks at: now, and looking back. */
const [LOOKED_AT, LOOKED_BACK] = [2000, 100];

/** The port on the map and, beside it, in words, now or at an instant. What is chosen, and the instant, stand in the address. */
function Sheet({ port, loadedAsOf, mapboxToken, hasList }: Omit<PortPageProps, 'socketUrl'>) {
  const t = useTranslations('ports');
  const { place } = useNames();
  const scheme = useComputedColorScheme('light', { getInitialValueInEffect: true });
  const terminal = useTerminalName(port);
  const selected = useHash();
  const asOf = useInstant();
  const root = useRef<HTMLDivElement>(null);
  const bounds = useMemo(() => portBounds(port), [port]);
  const approaches = useMemo(() => bounds && { bounds, zoom: ALL_ZOOM }, [bounds]);
  const [view, setView] = useState<{ readonly bounds: Bounds; readonly zoom: number } | null>(null);
  const around = usePositions(approaches, asOf);
  const inView = usePositions(view ?? approaches, asOf);
  const code = port.place.unLocode ?? port.place.id;
  const shown = usePortNow(code, { now: port.now, asOf: loadedAsOf }, asOf);
  const { now } = shown;
  const queue = anchorageQueue(around.objects.things, now.runs, port.waitingGrounds);
  // What was there then is not what the list has now.
  const list: ListOfRun = (run) => (hasList && asOf === null && shown.asOf === null ? listOfRun(code, run) : null);
  const find = (id: string) => inView.objects.find(id) ?? around.objects.find(id);
  return (
    <div className={styles.screen} ref={root} data-testid="port">
      <StandingClock at={asOf === null ? null : Date.parse(asOf)}>
        <div className={styles.map}>
          {bounds ? (
            <MapView bounds={bounds} mapboxToken={mapboxToken} maxZoom={15} fitZoom={12} isWholeScreen label={t('canvas')}
              onPress={(longitude, latitude, reach) => select(inView.objects.nearest(longitude, latitude, reach)?.id ?? '')}>
              <GroundsLayer port={port} scheme={scheme} />
              <MovingObjectsLayer layer={inView.layer} scheme={scheme} />
              <ClusterLayer things={inView.objects.things} />
              <NamesLayer port={port} positions={inView} selected={selected} />
              <MarksLayer port={port} selected={selected} select={select} />
              <ViewTeller onView={setView} />
              <MapControls bounds={bounds} fitLabel={t('fit')} />
            </MapView>
          ) : (
            <p className={styles.noMap}>{t('noPoint')}</p>
          )}
          <ThingCard id={selected} moving={find(selected)} port={port} now={now} list={list} close={() => select('')} />
        </div>
      </StandingClock>
      <div className={styles.time}><LookBack asOf={asOf} /></div>
      <StandingClock at={asOf === null ? null : Date.parse(asOf)}>
        <div className={styles.side}>
          <header className={styles.head}>
            <Link href="/ports">{t('all')}</Link>
            <h1>{place(port.place)} <span className={styles.soft}>{port.place.unLocode}</span></h1>
            <p className={styles.status}>
              {asOf === null ? <ConnectionState /> : <Paused />}
              <button type="button" className={styles.link} onClick={() => void toggleWhole(root.current)}>{t('wholeScreen')}</button>
            </p>
            <ShownState shown={shown} asOf={asOf} />
            {now.isPartial ? <p className={styles.soft}>{t('isPartial', { count: shown.asOf === null ? LOOKED_AT : LOOKED_BACK })}</p> : null}
          </header>
          <div className={styles.panels} data-testid="port-panels" aria-busy={shown.asOf !== asOf} hidden={shown.failed?.problem != null}>
            <RunBoard direction="ARRIVAL" {...now} terminal={terminal} show={show} list={list} />
            <RunBoard direction="DEPARTURE" {...now} terminal={terminal} show={show} list={list} />
            <AnchoragePanel queue={queue} select={select} isPartial={now.isPartial} list={list} />
            <BerthPanel {...now} terminal={terminal} list={list} />
            <WaitingPanel {...now} />
            <YardPanel {...now} terminal={terminal} />
          </div>
          <NearPanel positions={inView} selected={selected} select={select} {...now} list={list} />
          <p className={styles.soft}>{t('basis')}</p>
        </div>
      </StandingClock>
    </div>
  );

  function show(run: (typeof now.runs)[number]): (() => void) | null {
    const ship = around.objects.things.find((one) => isSame(run, one));
    return ship ? () => select(ship.id) : null;
  }
} // prettier-ignore

function LookBack({ asOf }: { readonly asOf: string | null }) {
  const t = useTranslations('asOf');
  const days = { days: DAYS_BACK };
  return (
    <TimeSlider asOf={asOf} label={t('slider', days)} firstLabel={t('daysAgo', days)} since={(now) => daysBefore(now, DAYS_BACK)} look={lookAt} />
  );
} // prettier-ignore

/** In the address, in the place of what was chosen before: going back leaves the page. */
function select(id: string): void {
  location.replace(`#${encodeURIComponent(id)}`);
}

async function toggleWhole(root: HTMLElement | null): Promise<void> {
  await (document.fullscreenElement ? document.exitFullscreen() : root?.requestFullscreen());
}
