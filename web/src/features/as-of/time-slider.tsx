'use client';

import { useLocale, useTranslations } from 'next-intl';
import { useEffect, useRef, useState } from 'react';
import { InstantText } from '../../time/instant-text.tsx';
import { atOffset, formatWallClock } from '../../time/wall-clock.ts';
import { useNow } from '../live/service-clock.tsx';
import { instantAt, sliderRange, STEP_MS } from './slider-range.ts';
import styles from './time-slider.module.css';

interface TimeSliderProps {
  /** The instant that is shown, UTC; null: now. */
  readonly asOf: string | null;
  /** How far it goes back. */
  readonly days: number;
  readonly look: (asOf: string | null) => void;
}

/** While it moves nothing is asked for; so long after it stood still. */
const SETTLE_MS = 300;

/** Turns a page back in time; its right end is now. */
export function TimeSlider({ asOf, days, look }: TimeSliderProps) {
  const t = useTranslations('asOf');
  const locale = useLocale();
  const now = useNow(STEP_MS);
  const [moved, setMoved] = useState<string | null | undefined>(undefined);
  const settling = useRef<ReturnType<typeof setTimeout>>(undefined);
  useEffect(() => () => clearTimeout(settling.current), []);
  const shown = moved === undefined ? asOf : moved;
  const range = sliderRange(now, days, shown);
  const go = (to: string | null, afterMs: number) => {
    setMoved(to);
    clearTimeout(settling.current);
    settling.current = setTimeout(() => {
      look(to);
      setMoved(undefined);
    }, afterMs);
  };
  return (
    <section className={styles.slider} aria-label={t('slider', { days })} data-past={shown !== null} data-testid={shown === null ? 'time' : 'as-of'}>
      <p className={styles.said}>
        {shown === null ? (
          <><strong>{t('now')}</strong> <span className={styles.hint}>{t('sliderHint')}</span></>
        ) : (
          <><strong>{t('known')} <InstantText at={shown} /></strong> <button type="button" onClick={() => go(null, 0)}>{t('back')}</button></>
        )}
      </p>
      <div className={styles.track}>
        <input
          type="range" min={range.first} max={range.last} step={STEP_MS} value={range.value} aria-label={t('slider', { days })}
          aria-valuetext={shown === null ? t('now') : valueText(shown)} suppressHydrationWarning
          onChange={({ currentTarget }) => go(instantAt(Number(currentTarget.value), range), SETTLE_MS)}
        />
        <p className={styles.ends} aria-hidden="true"><span>{t('daysAgo', { days })}</span><span>{t('now')}</span></p>
      </div>
    </section>
  );

  function valueText(at: string): string {
    return formatWallClock(atOffset(at, -new Date(at).getTimezoneOffset()), locale, now);
  }
} // prettier-ignore
