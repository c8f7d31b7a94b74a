import { useLocale, useTranslations } from 'next-intl';
import type { Organisation } from '../account/account.graphql.ts';
import { TableHead } from '../account/table-head.tsx';
import table from '../account/table.module.css';
import { nameIn } from '../account/name-in.ts';
import { PersonForm } from './person-form.tsx';
import type { Person } from './people.graphql.ts';

interface PeopleListProps {
  readonly people: readonly Person[];
  readonly organisations: readonly Organisation[];
}

export function PeopleList({ people, organisations }: PeopleListProps) {
  const t = useTranslations('people');
  const locale = useLocale();
  const nameOf = (id: string) => {
    const found = organisations.length > 1 ? organisations.find((one) => one.id === id) : undefined;
    return found ? <small>{nameIn(locale, found)}</small> : null;
  };
  return (
    <table className={table.table} data-testid="people">
      <caption className="visually-hidden">{t('list')}</caption>
      <TableHead
        columns={(['name', 'login', 'role', 'state'] as const).map((column) => t(`columns.${column}`))}
      />
      <tbody>
        {people.map((person) => (
          <tr key={person.id}>
            <th scope="row" data-head={t('columns.name')}>
              <span>
                {person.name}
                {nameOf(person.organisation)}
              </span>
            </th>
            <td data-head={t('columns.login')}>{person.login}</td>
            <td data-head={t('columns.role')}>{t(`roles.${person.role}`)}</td>
            <td data-head={t('columns.state')} data-state={person.isDisabled ? 'REVOKED' : 'ACTIVE'}>
              {t(person.isDisabled ? 'disabled' : 'active')}
            </td>
            <td data-last="true">
              <PersonForm person={person} />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
