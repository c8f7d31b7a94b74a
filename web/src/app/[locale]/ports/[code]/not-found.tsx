import { useTranslations } from 'next-intl';
import { Notice } from '../../../../ui/notice.tsx';

export default function PortNotFound() {
  const t = useTranslations('ports');
  return <Notice title={t('notFoundTitle')} text={t('notFoundText')} />;
}
