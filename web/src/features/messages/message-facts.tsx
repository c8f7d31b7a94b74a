import { useTranslations } from 'next-intl';
import { Link } from '../../i18n/navigation.ts';
import { InstantText } from '../../time/instant-text.tsx';
import { CopyText } from '../../ui/copy-text.tsx';
import { Fact } from '../../ui/fact.tsx';
import { useSourceName } from '../sources/source-summary.tsx';
import sources from '../sources/sources.module.css';
import type { OneMessage } from './messages.graphql.ts';
import { outcomeOf } from './outcome.ts';
import { Taken } from './taken.tsx';

/** How a message came, and what became of it. */
export function MessageFacts({ message }: { readonly message: OneMessage }) {
  const t = useTranslations('messages');
  const words = useTranslations('sources');
  const nameOf = useSourceName();
  const { receivedAt, sender, format, bytes, deliveries, sha256, fileName } = message;
  return (
    <dl className={sources.facts} data-testid="message-facts">
      <Fact name={t('facts.received')}>
        <InstantText at={receivedAt} />
      </Fact>
      <Fact name={t('facts.source')}>
        <Link href={`/sources/${sender.id}`}>{nameOf(sender)}</Link>
      </Fact>
      <Fact name={t('facts.format')}>{format === null ? words('unknownFormat') : <code>{format}</code>}</Fact>
      <Fact name={t('facts.outcome')}>{words(`outcomes.${outcomeOf(message)}`)}</Fact>
      <Fact name={t('facts.taken')}>
        <Taken message={message} />
      </Fact>
      <Fact name={t('facts.size')}>{t('bytes', { count: bytes })}</Fact>
      <Fact name={t('facts.deliveries')}>{t('times', { count: deliveries })}</Fact>
      <Fact name={t('facts.file')}>{fileName ?? t('noFile')}</Fact>
      <Fact name={t('facts.hash')}>
        <span className="number">
          <CopyText text={sha256} shown={sha256} />
        </span>
      </Fact>
    </dl>
  );
}
