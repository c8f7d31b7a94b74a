'use client';

import { displayNumber } from 'graph-schema/identifiers';
import { useTranslations } from 'next-intl';
import { useListedWords } from '../shipments/use-listed-words.ts';
import type { Webhook, ListName } from './webhooks.graphql.ts';

interface FilterWordsProps {
  readonly filter: Webhook['filter'];
  readonly lists: readonly ListName[];
}

/** What a webhook is called for, in words. */
export function FilterWords({ filter, lists }: FilterWordsProps) {
  const t = useTranslations();
  const words = useListedWords();
  // A number that can be of several kinds is one number to whoever wrote it.
  const numbers = filter.numbers?.map(({ scheme, value }) => displayNumber(scheme, value));
  const said: readonly (readonly [name: 'numbers' | 'shipments' | 'watchList' | 'kinds' | 'codes' | 'phases' | 'exceptions' | 'parts', readonly string[] | undefined])[] = [
    ['numbers', numbers],
    ['shipments', filter.shipments ?? undefined],
    ['watchList', filter.watchList === null ? undefined : [lists.find(({ id }) => id === filter.watchList)?.name ?? filter.watchList]],
    ['kinds', filter.kinds?.map((kind) => t(`webhooks.kindNames.${kind}`))],
    ['codes', filter.codes ?? undefined],
    ['phases', filter.phases?.map((phase) => t(`phases.${phase}`))],
    ['exceptions', filter.exceptions?.map((kind) => words.exception(kind))],
    ['parts', filter.parts?.map((part) => t(`webhooks.partNames.${part}`))],
  ];
  const limits = said.flatMap(([name, values]) => (values && values.length > 0 ? [[name, values] as const] : []));
  if (limits.length === 0) return t('webhooks.everything');
  return (
    <span>
      {limits.map(([name, values]) => (
        <span key={name} style={{ display: 'block' }}>
          {t(`webhooks.${name}`)}: {[...new Set(values)].join(t('release.comma'))}
        </span>
      ))}
    </span>
  );
} // prettier-ignore
