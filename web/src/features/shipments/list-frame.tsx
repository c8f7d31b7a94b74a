'use client';

import { useTranslations } from 'next-intl';
import { useState, type ReactNode } from 'react';
import { DENSITIES, type Density, keepDensity } from './density.ts';
import type { Fetched } from './list-age.ts';
import { ListFetched } from './list-fetched.tsx';
import styles from './shipments.module.css';

interface ListFrameProps {
  /** As this browser keeps it. */
  readonly density: Density;
  /** How many there are, and what can be done with all of them. */
  readonly head: ReactNode;
  readonly fetched: Fetched;
  readonly children: ReactNode;
}

/** A list under its head, whose rows stand as close as whoever looks likes it. */
export function ListFrame({ density, head, fetched, children }: ListFrameProps) {
  const t = useTranslations('list');
  const [shown, show] = useState(density);
  const keep = (one: Density) => {
    keepDensity(one);
    show(one);
  };
  return (
    <div data-density={shown}>
      <div className={styles.summary}>
        {head}
        <fieldset className={styles.density}>
          <legend className="visually-hidden">{t('density')}</legend>
          {DENSITIES.map((one) => (
            <button key={one} type="button" aria-pressed={one === shown} onClick={() => keep(one)}>
              {t(`densities.${one}`)}
            </button>
          ))}
        </fieldset>
      </div>
      <ListFetched fetched={fetched} />
      {children}
    </div>
  );
}
