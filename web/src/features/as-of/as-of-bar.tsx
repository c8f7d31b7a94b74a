'use client';

import { useTranslations } from 'next-intl';
import { Link, usePathname } from '../../i18n/navigation.ts';
import { InstantText } from '../../time/instant-text.tsx';
import type { Shipment } from '../journey/shipment.graphql.ts';
import { AsOfForm } from './as-of-form.tsx';
import styles from './as-of.module.css';
import { JourneySlider } from './journey-slider.tsx';
import type { JourneyTime } from './journey-time.ts';
import { RulesApplied } from './rules-applied.tsx';

interface AsOfBarProps {
  readonly shipment: Shipment;
  /** The time that can be looked back at; null: none is known of. */
  readonly time: JourneyTime | null;
}

/** Looks back: the slider, and what was known of the cargo at an instant, said clearly, with the way back to now. */
export function AsOfBar({ shipment: { asOf, withdrawn, journey }, time }: AsOfBarProps) {
  const t = useTranslations('asOf');
  const gone = withdrawn.filter(({ reason }) => reason !== 'ANOTHER_SHIPMENT').length;
  const others = withdrawn.length - gone;
  const past = asOf !== null;
  if (!past && !time) return null;
  return (
    <section
      className={past ? styles.banner : undefined}
      aria-label={past ? t('known') : undefined}
      data-testid={past ? 'as-of' : undefined}
    >
      {time ? <JourneySlider asOf={asOf} time={time} /> : past ? <Known asOf={asOf} /> : null}
      {past ? (
        <>
          <p className={styles.said}>
            <span>{t('hint')}</span>
            {gone > 0 ? <span>{t('gone', { count: gone })}</span> : null}
            {others > 0 ? <span>{t('others', { count: others })}</span> : null}
          </p>
          <RulesApplied editions={journey.judgedBy} />
          <AsOfForm key={asOf} asOf={asOf} />
        </>
      ) : null}
    </section>
  );
}

/** Where there is no slider: which instant it is, and the way back. */
function Known({ asOf }: { readonly asOf: string }) {
  const t = useTranslations('asOf');
  const path = usePathname();
  return (
    <p className={styles.known}>
      <strong>
        {t('known')} <InstantText at={asOf} />
      </strong>
      <Link className={styles.back} href={path}>
        {t('back')}
      </Link>
    </p>
  );
}
