import { useTranslations } from 'next-intl';
import { Notice } from '../../ui/notice.tsx';

export default function NotFound() {
  const t = useTranslations('errors');
  return <Notice title={t('notFoundTitle')} text={t('notFoundText')} />;
}
