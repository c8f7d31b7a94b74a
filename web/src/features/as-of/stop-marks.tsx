import type { SliderRange } from './slider-range.ts';
import styles from './time-slider.module.css';

interface StopMarksProps {
  readonly stops: readonly number[];
  readonly range: SliderRange;
}

/** A stroke below the track for each stop; the eye sees where much happened. */
export function StopMarks({ stops, range: { first, last } }: StopMarksProps) {
  if (stops.length === 0 || last <= first) return null;
  return (
    <svg className={styles.stops} aria-hidden="true">
      {stops
        .filter((at) => at >= first && at <= last)
        .map((at) => {
          const share = `${(((at - first) / (last - first)) * 100).toFixed(2)}%`;
          return <line key={at} x1={share} x2={share} y1="0" y2="100%" />;
        })}
    </svg>
  );
}
