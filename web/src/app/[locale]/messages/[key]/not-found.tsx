import { useTranslations } from 'next-intl';
import { Notice } from '../../../../ui/notice.tsx';

export default function MessageNotFound() {
  const t = useTranslations('messages');
  return <Notice title={t('notFoundTitle')} text={t('notFoundText')} />;
}
