'use client';

import {
  carrierOfBill,
  displayNumber,
  findAirlineByAwbPrefix,
  type NumberCandidate,
} from 'graph-schema/identifiers';
import { useLocale, useTranslations } from 'next-intl';
import { Icon } from '../../ui/icon.tsx';
import styles from './search-panel.module.css';
import { useRepairs } from './use-repairs.ts';

interface NumberKindProps {
  readonly kind: NumberCandidate;
  readonly withValue: boolean;
}

/** One reading of a number: its kind, who issued it, its check digit, and what was changed to read it. */
export function NumberKind({ kind, withValue }: NumberKindProps) {
  const t = useTranslations('search');
  const schemes = useTranslations('schemes');
  const locale = useLocale();
  const repairs = useRepairs();
  const { scheme, value, checkDigit } = kind;
  const issuer = issuerOf(kind);
  return (
    <>
      <strong>{schemes(scheme)}</strong>
      {withValue ? <span className="number">{displayNumber(scheme, value)}</span> : null}
      {issuer ? <span>{locale === 'zh-CN' ? issuer.nameZh : issuer.name}</span> : null}
      {checkDigit === 'PASS' ? (
        <span className={styles.pass}>
          <Icon name="check" size={13} /> {t('checkPass')}
        </span>
      ) : null}
      {checkDigit === 'FAIL' ? <span className={styles.fail}>{t('checkFail')}</span> : null}
      {repairs(kind.repairs).map((repair) => (
        <span key={repair} className={styles.repair}>
          {repair}
        </span>
      ))}
    </>
  );
}

function issuerOf({
  scheme,
  value,
}: NumberCandidate): { readonly name: string; readonly nameZh: string } | null {
  if (scheme === 'MASTER_BILL') return carrierOfBill(value)?.carrier ?? null;
  return scheme === 'AWB' ? findAirlineByAwbPrefix(value.slice(0, 3)) : null;
}
