import type { EtaSeries, EtaTelling } from './eta.graphql.ts';

/** What a source stands by: its last word on the carriage that counts now, an estimate before its own plan. */
export function latestTelling({ tellings }: EtaSeries): EtaTelling | null {
  const onTarget = tellings.filter(({ isOnTarget }) => isOnTarget);
  return onTarget.findLast(({ basis }) => basis !== 'PLANNED') ?? onTarget.at(-1) ?? tellings.at(-1) ?? null;
}

/** Whether there is more to show than the one answer: another voice, another word, or how far each was off. */
export function isWorthShowing(series: readonly EtaSeries[]): boolean {
  const told = series.flatMap(({ tellings }) => tellings).length;
  return told > 1 || series.some(({ errorMinutes }) => errorMinutes !== null);
}
