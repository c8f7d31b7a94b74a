import { useTranslations } from 'next-intl';
import type en from '../../../messages/en.json';
import type { Party } from './cargo.graphql.ts';

type Register = keyof typeof en.cargo.registers;

/** Numbers of a party, each with the register that it stands in; a register without a name is shown as it is. */
export function usePartyIds(): (party: Pick<Party, 'ids'>) => string[] {
  const t = useTranslations('cargo');
  return ({ ids }) =>
    ids.map(({ scheme, code }) => {
      const register = t.has(`registers.${scheme as Register}`)
        ? t(`registers.${scheme as Register}`)
        : scheme;
      return `${register} ${code}`;
    });
}
