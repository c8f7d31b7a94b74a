'use client';

import { useLocale, useTranslations } from 'next-intl';
import { atOffset, formatDay, formatMinute, formatWallClock, offsetOf } from '../../time/wall-clock.ts';
import { useNow } from '../live/service-clock.tsx';
import type { Journey } from '../journey/shipment.graphql.ts';
import { useNames } from '../journey/use-names.ts';
import styles from './eta-chart.module.css';
import type { Eta, EtaChange, EtaSeries } from './eta.graphql.ts';
import { type EtaPlot, plotOf } from './eta-plot.ts';
import { EtaChartKey } from './eta-chart-key.tsx';
import { bandPath, dotPath, levelPath, percentOf, stepPath } from './plot-paths.ts';
import { timeTicks } from './time-ticks.ts';

/** In hundredths of the width: what is written further on would run out of the panel. */
const EDGE = 94;

interface EtaChartProps {
  readonly eta: Eta | null;
  readonly arrived: Journey['arrived'];
  readonly series: readonly EtaSeries[];
  readonly changes: readonly EtaChange[];
}

/**
 * How the arrival was told over time, a line a source, with the band of what was computed. The list beside it says the same in
 * words, and a summary is read out instead of the drawing.
 */
export function EtaChart({ eta, arrived, series, changes }: EtaChartProps) {
  const t = useTranslations('eta');
  const names = useNames();
  const now = useNow(3_600_000);
  const plot = plotOf({ series, changes, arrived: arrived?.time ?? null, now });
  const words = useSummary(plot);
  if (!plot) return null;
  const place = (arrived ?? eta)?.place ?? null;
  const zone = words.zone;
  const followed = eta?.source.id ?? null;
  return (
    <figure className={styles.figure} data-testid="eta-chart">
      <div className={styles.plot}>
        {words.dueTicks.map(({ at, text }) => (
          <span
            key={at}
            className={styles.due}
            aria-hidden="true"
            style={{ insetBlockStart: `${100 - percentOf(at, plot.due)}%` }}
          >
            {text}
          </span>
        ))}
        {/* oxlint-disable-next-line jsx-a11y/prefer-tag-over-role -- what is drawn in the page is no img */}
        <svg viewBox="0 0 100 100" preserveAspectRatio="none" role="img" aria-label={words.summary}>
          {words.dueTicks.map(({ at }) => (
            <path key={at} className={styles.grid} d={levelPath(plot, at)} />
          ))}
          {plot.lines.map(({ source, points }) => (
            <path key={source.id} className={styles.band} d={bandPath(plot, points)} />
          ))}
          <path className={styles.answer} d={stepPath(plot, plot.answer)} />
          {plot.arrived === null ? null : (
            <path className={styles.arrived} d={levelPath(plot, plot.arrived)} />
          )}
          {plot.lines.map(({ source, points }, index) => (
            <g key={source.id} data-line={source.id === followed ? 'followed' : index % 4}>
              <path className={styles.line} d={stepPath(plot, points)} />
              <path className={styles.dots} d={dotPath(plot, points)} />
            </g>
          ))}
        </svg>
        {words.toldTicks.map(({ at, text }) => (
          <span
            key={at}
            className={styles.told}
            aria-hidden="true"
            style={{ insetInlineStart: `${percentOf(at, plot.told)}%` }}
          >
            {text}
          </span>
        ))}
      </div>
      <figcaption className={styles.caption}>
        <EtaChartKey plot={plot} followed={followed} />
        <span>
          {place ? t('chartAxes', { place: names.place(place), zone }) : t('chartAxesAnywhere', { zone })}
        </span>
      </figcaption>
    </figure>
  );
}

interface Tick {
  readonly at: number;
  readonly text: string;
}

/** What the axes say, and the whole of it in a sentence or two. */
function useSummary(plot: EtaPlot | null) {
  const t = useTranslations('eta');
  const locale = useLocale();
  const now = useNow(3_600_000);
  const ahead = plot?.offsetMinutes ?? 0;
  const clock = (at: number) => atOffset(new Date(at).toISOString(), ahead);
  const minute = (at: number) => formatWallClock(clock(at), locale, now);
  const dues = plot?.lines.flatMap(({ points }) => points.map(({ due }) => due)) ?? [];
  const ats = plot?.lines.flatMap(({ points }) => points.map(({ at }) => at)) ?? [];
  const last = plot?.answer.at(-1) ?? plot?.lines[0]?.points.at(-1);
  const banded = plot?.lines.flatMap(({ points }) => points).findLast(({ low }) => low !== null);
  const ticks = (
    span: EtaPlot['told'] | undefined,
    most: number,
    text: (at: number, index: number) => string,
  ): Tick[] => (span ? timeTicks(span, ahead, most).map((at, index) => ({ at, text: text(at, index) })) : []);
  return {
    zone: offsetOf(clock(now)) ?? '',
    dueTicks: ticks(plot?.due, 4, minute),
    toldTicks: ticks(plot?.told, 4, (at, index) => {
      const time = clock(at);
      if (formatMinute(time) === '00:00') return formatDay(time.local, locale, now);
      const hour = formatMinute(time) ?? '';
      // The first hour says below it of which day it is.
      return index === 0 ? `${hour}\n${formatDay(time.local, locale, now)}` : hour;
    }).filter(({ at }) => plot !== null && percentOf(at, plot.told) < EDGE),
    summary: [
      plot && last
        ? t('chartSummary', {
            count: plot.lines.length,
            since: minute(plot.told.from),
            until: minute(Math.max(...ats)),
            last: minute(last.due),
            earliest: minute(Math.min(...dues)),
            latest: minute(Math.max(...dues)),
          })
        : '',
      plot?.confidence && banded?.low && banded.high
        ? t('chartBand', { confidence: plot.confidence, low: minute(banded.low), high: minute(banded.high) })
        : '',
    ]
      .join(' ')
      .trim(),
  };
}
