'use client';

import { useTranslations } from 'next-intl';
import { useState, type ReactNode } from 'react';
import { DENSITIES, type Density, DENSITY_COOKIE } from './density.ts';
import styles from './shipments.module.css';

const YEAR_SECONDS = 31_536_000;

interface ListFrameProps {
  /** As this browser keeps it. */
  readonly density: Density;
  /** How many there are, and what can be done with all of them. */
  readonly head: ReactNode;
  readonly children: ReactNode;
}

/** A list under its head, whose rows stand as close as whoever looks likes it. */
export function ListFrame({ density, head, children }: ListFrameProps) {
  const t = useTranslations('list');
  const [shown, show] = useState(density);
  const keep = (one: Density) => {
    document.cookie = `${DENSITY_COOKIE}=${one}; path=/; max-age=${YEAR_SECONDS}; samesite=lax`;
    show(one);
  };
  return (
    <div data-density={shown}>
      <div className={styles.summary}>
        {head}
        <div role="group" aria-label={t('density')} className={styles.density}>
          {DENSITIES.map((one) => (
            <button key={one} type="button" aria-pressed={one === shown} onClick={() => keep(one)}>
              {t(`densities.${one}`)}
            </button>
          ))}
        </div>
      </div>
      {children}
    </div>
  );
}
