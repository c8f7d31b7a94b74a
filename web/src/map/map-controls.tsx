'use client';

import { useTranslations } from 'next-intl';
import { Icon, type IconName } from '../ui/icon.tsx';
import type { Bounds } from './bounds.ts';
import { useMapKit } from './map-kit.ts';
import styles from './map-view.module.css';

interface MapControlsProps {
  readonly bounds: Bounds;
  /** What is shown whole; left out: the journey. */
  readonly fitLabel?: string;
}

export function MapControls({ bounds, fitLabel }: MapControlsProps) {
  const t = useTranslations('map');
  const { zoomBy, fit } = useMapKit();
  const controls: [name: IconName, label: string, act: () => void][] = [
    ['plus', t('zoomIn'), () => zoomBy(1)],
    ['minus', t('zoomOut'), () => zoomBy(-1)],
    ['frame', fitLabel ?? t('fit'), () => fit(bounds)],
  ];
  return (
    <div className={styles.controls}>
      {controls.map(([name, label, act]) => (
        <button key={name} type="button" aria-label={label} title={label} onClick={act}>
          <Icon name={name} size={16} />
        </button>
      ))}
    </div>
  );
}
