import { useTranslations } from 'next-intl';
import type { OneMessage } from './messages.graphql.ts';

interface MessageWordsProps {
  readonly what: string;
  readonly text: OneMessage['issues'][number]['evidence'];
}

/** The words of a message that something is read off, with a little around them. */
export function MessageWords({ what, text }: MessageWordsProps) {
  const t = useTranslations('messages');
  if (text === null) return null;
  return (
    <section aria-label={t('textOf', { what })}>
      {/* Focusable, so that a long text can be scrolled with the keyboard. */}
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex */}
      <pre tabIndex={0}>
        {text.before}
        <mark>{text.span}</mark>
        {text.after}
      </pre>
    </section>
  );
}
