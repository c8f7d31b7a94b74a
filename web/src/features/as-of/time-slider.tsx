'use client';

import { useLocale, useTranslations } from 'next-intl';
import type { KeyboardEvent } from 'react';
import { InstantText } from '../../time/instant-text.tsx';
import { atOffset, formatWallClock } from '../../time/wall-clock.ts';
import { useNow } from '../live/service-clock.tsx';
import { stopBeside } from './journey-time.ts';
import { instantAt, rangeSince, STEP_MS } from './slider-range.ts';
import { StopMarks } from './stop-marks.tsx';
import styles from './time-slider.module.css';
import { useMoved } from './use-moved.ts';

interface TimeSliderProps {
  /** The instant that is shown, UTC; null: now. */
  readonly asOf: string | null;
  readonly label: string;
  /** What stands at its left end. */
  readonly firstLabel: string;
  /** Its left end, by the service's time; both in epoch milliseconds. */
  readonly since: (now: number) => number;
  readonly stepMs?: number;
  /** Where arrow keys stop; none: at each step. */
  readonly stops?: readonly number[];
  /** Among other things of a page, and not over a map. */
  readonly isPlain?: boolean;
  readonly look: (asOf: string | null) => void;
}

const NO_STOPS: readonly number[] = [];

/** Turns a page back in time; its right end is now. */
export function TimeSlider({ asOf, label, firstLabel, since, stepMs = STEP_MS, stops = NO_STOPS, isPlain = false, look }: TimeSliderProps) {
  const t = useTranslations('asOf');
  const locale = useLocale();
  const now = useNow(stepMs);
  const { shown, move, reset, isPending } = useMoved(asOf, look);
  const range = rangeSince(since(now), now, stepMs, shown);
  const step = (event: KeyboardEvent) => {
    const direction = DIRECTIONS[event.key];
    if (direction === undefined || stops.length === 0) return;
    event.preventDefault();
    const beside = stopBeside(stops, shown === null ? range.last : range.value, direction);
    if (beside !== null) move(instantAt(beside, range));
    else if (direction === 'ON') move(null);
  };
  return (
    <section className={styles.slider} aria-label={label} aria-busy={isPending} data-past={shown !== null} data-plain={isPlain} data-testid="time-slider">
      <p className={styles.said}>
        {shown === null ? (
          <><strong>{t('now')}</strong> <span className={styles.hint}>{t('sliderHint')}</span></>
        ) : (
          <><strong>{t('known')} <InstantText at={shown} /></strong> <button type="button" onClick={reset}>{t('back')}</button></>
        )}
      </p>
      <div className={styles.track}>
        <input
          type="range" min={range.first} max={range.last} step={stepMs} value={range.value} aria-label={label}
          aria-valuetext={shown === null ? t('now') : valueText(shown)} suppressHydrationWarning onKeyDown={step}
          onChange={({ currentTarget }) => move(instantAt(Number(currentTarget.value), range))}
        />
        <StopMarks stops={stops} range={range} />
        <p className={styles.ends} aria-hidden="true"><span>{firstLabel}</span><span>{t('now')}</span></p>
      </div>
    </section>
  );

  function valueText(at: string): string {
    return formatWallClock(atOffset(at, -new Date(at).getTimezoneOffset()), locale, now);
  }
} // prettier-ignore

const DIRECTIONS: Readonly<Record<string, 'BACK' | 'ON'>> = {
  ArrowLeft: 'BACK',
  ArrowDown: 'BACK',
  ArrowRight: 'ON',
  ArrowUp: 'ON',
};
