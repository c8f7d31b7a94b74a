'use client';

import { Button, TextInput } from '@mantine/core';
import { useTranslations } from 'next-intl';
import { Link } from '../../i18n/navigation.ts';
import { useNames } from '../journey/use-names.ts';
import type { PortHit } from './ports.graphql.ts';
import styles from './port-list.module.css';

/** Ports that were found, those with activity first. The form is an address, so it works before the page is alive. */
export function PortList({ ports, find }: { readonly ports: readonly PortHit[]; readonly find: string }) {
  const t = useTranslations('ports');
  const { place } = useNames();
  return (
    <>
      <search>
      <form className={styles.form} aria-label={t('findLabel')}>
        <TextInput name="find" defaultValue={find} aria-label={t('findLabel')} placeholder={t('findHint')} maxLength={80} />
        <Button type="submit">{t('find')}</Button>
      </form></search>
      {ports.length === 0 ? (
        <output className={styles.none}>{find ? t('noneFound', { text: find }) : t('noneActive')}</output>
      ) : (
        <>
          <h2 className={styles.heading}>{find ? t('found', { count: ports.length }) : t('active')}</h2>
          <ul className={styles.ports} data-testid="ports">
            {ports.map(({ port, shipments }) => (
              <li key={port.place.id}>
                <Link href={`/ports/${port.place.unLocode ?? port.place.id}`} prefetch={false}>
                  {place(port.place)}
                </Link>
                <span className={styles.code}>{port.place.unLocode}</span>
                <span className={styles.count}>{shipments > 0 ? t('shipments', { count: shipments }) : ''}</span>
              </li>
            ))}
          </ul>
        </>
      )}
    </>
  );
} // prettier-ignore
