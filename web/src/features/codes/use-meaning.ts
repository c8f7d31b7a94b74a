import { useMessages, useTranslations } from 'next-intl';

/** The name of what a code is read as: an event in words, any other value as it stands. */
export function useMeaning(): (canonical: string) => string {
  const t = useTranslations('events');
  const isEvent = useIsEvent();
  return (canonical) =>
    isEvent(canonical) ? t(canonical, { tense: 'other', mode: 'other', load: 'other' }) : canonical;
}

type EventName = Parameters<ReturnType<typeof useTranslations<'events'>>>[0];

function useIsEvent(): (canonical: string) => canonical is EventName {
  const { events } = useMessages();
  return (canonical): canonical is EventName => Object.hasOwn(events ?? {}, canonical);
}

/** Every event code, in no order. */
export function useEventCodes(): readonly string[] {
  const { events } = useMessages();
  return Object.keys(events ?? {});
}
