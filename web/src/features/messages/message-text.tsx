import { useTranslations } from 'next-intl';
import { Link } from '../../i18n/navigation.ts';
import sources from '../sources/sources.module.css';
import { messageAddress } from './messages-address.ts';
import type { OneMessage } from './messages.graphql.ts';
import styles from './messages.module.css';

/** As many bytes as the API gives at a time. */
export const PART_BYTES = 4000;

interface MessageTextProps {
  readonly message: OneMessage;
  /** The byte that it is shown from. */
  readonly from: number;
}

/** The message itself, part by part. */
export function MessageText({ message: { id, text, bytes }, from }: MessageTextProps) {
  const t = useTranslations('messages');
  const until = Math.min(bytes, from + PART_BYTES);
  const partFrom = (first: number) => ({ pathname: messageAddress(id), query: { from: String(first) } });
  return (
    <section aria-labelledby="text" className={sources.part} data-testid="message-text">
      <h2 id="text">{t('text')}</h2>
      {text === null ? (
        <p className={sources.lead}>{t('textNone')}</p>
      ) : (
        <>
          <p className={sources.lead}>{t('textPart', { from: from + 1, until, count: bytes })}</p>
          {/* Focusable, so that a long text can be scrolled with the keyboard. */}
          {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex */}
          <pre tabIndex={0} className={styles.whole}>
            {text.span}
          </pre>
        </>
      )}
      <p className={sources.about}>
        {from > 0 ? <Link href={messageAddress(id)}>{t('textFirst')}</Link> : null}
        {text !== null && until < bytes ? <Link href={partFrom(until)}>{t('textNext')}</Link> : null}
      </p>
    </section>
  );
}
