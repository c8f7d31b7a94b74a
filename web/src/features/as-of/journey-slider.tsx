'use client';

import { useLocale, useTranslations } from 'next-intl';
import { usePathname, useRouter } from '../../i18n/navigation.ts';
import { atOffset, formatDay } from '../../time/wall-clock.ts';
import { type JourneyTime, MINUTE_MS } from './journey-time.ts';
import { pathAsOf } from './read-as-of.ts';
import { TimeSlider } from './time-slider.tsx';

interface JourneySliderProps {
  readonly asOf: string | null;
  readonly time: JourneyTime;
}

/** Turns the whole page of a journey back, its map included, to any minute since it was first heard of. */
export function JourneySlider({ asOf, time: { first, stops } }: JourneySliderProps) {
  const t = useTranslations('asOf');
  const locale = useLocale();
  const path = usePathname();
  const router = useRouter();
  return (
    <TimeSlider
      asOf={asOf}
      label={t('journeySlider')}
      firstLabel={formatDay(atOffset(new Date(first).toISOString(), 0).local, locale, 0)}
      since={() => first}
      stepMs={MINUTE_MS}
      stops={stops}
      isPlain
      // In the place of the instant before: going back leaves the page, not each step of the slider.
      look={(to) => router.replace(pathAsOf(path, to), { scroll: false })}
    />
  );
}
