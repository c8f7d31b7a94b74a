import { useTranslations } from 'next-intl';

interface TakenProps {
  readonly message: { readonly events: number; readonly positions: number };
}

/** What was taken of a message: events, positions, or both. */
export function Taken({ message: { events, positions } }: TakenProps) {
  const t = useTranslations('sources');
  return (
    <>
      {events > 0 || positions === 0 ? t('eventCount', { count: events }) : null}
      {positions > 0 ? <span> {t('positionCount', { count: positions })}</span> : null}
    </>
  );
}
