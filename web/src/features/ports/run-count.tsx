'use client';

import { useTranslations } from 'next-intl';
import { Link } from '../../i18n/navigation.ts';
import { useNames } from '../journey/use-names.ts';
import type { PortRun } from './ports.graphql.ts';
import type { ListOfRun } from './run-list.ts';

interface RunCountProps {
  readonly run: Pick<PortRun, 'transport' | 'shipments'>;
  readonly isPartial: boolean;
  readonly list: ListOfRun;
}

/** How many shipments go with a run; it leads to them where the list has them. */
export function RunCount({ run, isPartial, list }: RunCountProps) {
  const t = useTranslations('ports');
  const { transport } = useNames();
  const count = t(isPartial ? 'shipmentsAtLeast' : 'shipments', { count: run.shipments });
  const query = list(run);
  if (query === null) return count;
  return (
    <Link
      href={{ pathname: '/shipments', query }}
      prefetch={false}
      title={t('toList', { run: transport(run.transport) })}
    >
      {count}
    </Link>
  );
}
