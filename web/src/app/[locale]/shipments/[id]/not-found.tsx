import { useTranslations } from 'next-intl';
import { Notice } from '../../../../ui/notice.tsx';

export default function ShipmentNotFound() {
  const t = useTranslations('journey');
  return <Notice title={t('notFoundTitle')} text={t('notFoundText')} />;
}
