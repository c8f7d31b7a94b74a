import { useTranslations } from 'next-intl';
import type { Goods, GoodsLine } from './cargo.graphql.ts';

/** Packages, weights and codes of goods in words; what is not told is left out. */
export function useAmountsOf() {
  const t = useTranslations('cargo');
  const told = (parts: readonly (string | null)[]) => parts.filter(Boolean).join(' · ');
  const amounts = ({ pieces, grossKg }: Pick<Goods, 'pieces' | 'grossKg'>) => [
    pieces === null ? null : t('pieces', { count: pieces }),
    grossKg === null ? null : t('grossWeight', { kg: grossKg }),
  ];
  return {
    total: (goods: Goods): string => told(amounts(goods)),
    line: (line: GoodsLine): string =>
      told([
        line.hsCode ? t('hsCode', { code: line.hsCode }) : null,
        line.unNumber ? t('unNumber', { number: line.unNumber }) : null,
        ...amounts(line),
        line.packageType,
      ]),
  };
}
