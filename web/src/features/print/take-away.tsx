'use client';

import { useTranslations } from 'next-intl';
import { useEffect, useState, type ComponentType } from 'react';
import { createPortal } from 'react-dom';
import type { Shipment } from '../journey/shipment.graphql.ts';
import { useNames } from '../journey/use-names.ts';
import { Icon } from '../../ui/icon.tsx';
import type { PrintSheetProps } from './print-sheet.tsx';
import styles from './take-away.module.css';
import { usePrinting } from './use-printing.ts';

/** Long after the page is up: nobody prints at once, and the sheet is no part of what the page needs first. */
const AFTER_MS = 2_000;

const loadSheet = () => import('./print-sheet.tsx');

/** What somebody takes away from the page: a sheet of paper, or the milestones as a table. */
export function TakeAway({ shipment }: { readonly shipment: Shipment }) {
  const t = useTranslations();
  const names = useNames();
  const isPrinting = usePrinting();
  const [Sheet, setSheet] = useState<ComponentType<PrintSheetProps> | null>(null);
  useEffect(() => {
    const timer = setTimeout(() => {
      // Without a connection the page itself is printed.
      loadSheet().then(({ PrintSheet }) => setSheet(() => PrintSheet), () => undefined);
    }, AFTER_MS); // prettier-ignore
    return () => clearTimeout(timer);
  }, []);
  const print = async () => {
    const { PrintSheet } = await loadSheet();
    setSheet(() => PrintSheet);
    window.print();
  };
  const save = async () => {
    const [{ milestoneRows, milestoneHeads }, { csvOf }] = await Promise.all([
      import('./milestone-rows.ts'),
      import('./csv.ts'),
    ]);
    const table = csvOf([milestoneHeads(t), ...milestoneRows(shipment.journey, names, t)]);
    saveFile(`${shipment.title.value.replaceAll(/[^\w-]+/g, '_')}.csv`, 'text/csv;charset=utf-8', table);
  };
  return (
    <div className={styles.takeAway} data-testid="take-away">
      <button type="button" onClick={() => void print()}>
        <Icon name="print" size={16} /> {t('print.print')}
      </button>
      <button type="button" onClick={() => void save()}>
        <Icon name="save" size={16} /> {t('print.save')}
      </button>
      {isPrinting && Sheet ? createPortal(<Sheet shipment={shipment} />, document.body) : null}
    </div>
  );
}

function saveFile(name: string, type: string, text: string): void {
  const address = URL.createObjectURL(new Blob([text], { type }));
  const link = Object.assign(document.createElement('a'), { href: address, download: name });
  link.click();
  setTimeout(() => URL.revokeObjectURL(address), 10_000);
}
