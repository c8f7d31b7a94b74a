import {
  listOrganisations,
  saveOrganisation,
  type OrganisationRow,
} from 'graph-schema/cypher/access/organisations';
import { changeAccounts, reachOf } from '../access/change-accounts.ts';
import { newId } from '../access/tokens.ts';
import { builder } from '../builder.ts';
import { AccountError } from '../errors.ts';
import { NodeInterface } from './node-interface.ts';

const KINDS = {
  TRADER: { description: 'Sends or receives goods 货主.' },
  FORWARDER: { description: 'Forwards, declares, acts for others 货运代理.' },
  CARRIER: { description: 'Carries 承运人.' },
  TERMINAL: { description: 'Operates a terminal, yard, depot or station 码头场站.' },
  PORT_AUTHORITY: { description: 'Has jurisdiction over a port 港口管理机构.' },
  CUSTOMS: { description: 'Customs or single window 海关、单一窗口.' },
  OPERATOR: { description: 'Runs the service, and sees everything 运营方.' },
} as const;

const OrganisationKindEnum = builder.enumType('OrganisationKind', {
  description: 'What an organisation does.',
  values: KINDS,
});

/** What an organisation may hold; what is granted has no key of its own. */
const KEY =
  /^(PARTY:[A-Z0-9_]+:[A-Z0-9]+|OFFICE:[A-Z0-9]{4,8}|PORT:[A-Z]{2}[A-Z0-9]{3}|FACILITY:[A-Z0-9_]+\/.{1,40})$/;

const OrganisationType = builder.objectRef<OrganisationRow>('Organisation').implement({
  description: 'Who asks together, and what opens shipments to it.',
  interfaces: [NodeInterface],
  fields: (t) => ({
    id: t.exposeID('id', { description: 'Public id.' }),
    name: t.exposeString('name', { description: 'Name.' }),
    nameZh: t.exposeString('nameZh', { nullable: true, description: 'Chinese name.' }),
    kinds: t.exposeStringList('kinds', { description: 'What it does: values of `OrganisationKind`.' }),
    keys: t.exposeStringList('keys', {
      description:
        'What opens shipments to it, approved by an operator: `PARTY:USCC:…`, `OFFICE:3104`, `PORT:CNNBO`, `FACILITY:CNNBO/BLCT3`.',
    }),
    sources: t.exposeStringList('sources', {
      description: 'Ids of sources that are its own: their word opens nothing to it.',
    }),
  }),
});

builder.queryField('organisations', (t) =>
  t.field({
    type: [OrganisationType],
    description: 'The own organisation; for operators all, by name.',
    resolve: (_, __, context) => context.access.accounts.read(listOrganisations, { id: reachOf(context) }),
  }),
);

builder.mutationField('saveOrganisation', (t) =>
  t.field({
    type: OrganisationType,
    errors: { types: [AccountError], union: { description: 'The organisation, or why it cannot be so.' } },
    description: 'Adds an organisation, or changes one: what it holds is what it sees from now on.',
    args: {
      id: t.arg.id({ description: 'Public id; null: a new one.' }),
      name: t.arg.string({ required: true, description: 'Name.' }),
      nameZh: t.arg.string({ description: 'Chinese name.' }),
      kinds: t.arg({ type: [OrganisationKindEnum], required: true, description: 'What it does.' }),
      keys: t.arg.stringList({ required: true, description: 'What opens shipments to it.' }),
      sources: t.arg.stringList({ required: true, description: 'Ids of its own sources.' }),
    },
    resolve: async (_, { id, name, nameZh = null, kinds, keys, sources }, context) => {
      const bad = keys.find((key) => !KEY.test(key));
      if (bad !== undefined) throw new AccountError('BAD_KEY', `${bad} is no key that an organisation can hold.`);
      const row = { id: id ?? newId('org'), name, nameZh, kinds, keys, sources };
      const saved = await changeAccounts(context, 'saveOrganisation', async (run) => {
        if (id && (await run(listOrganisations, { id })).length === 0) return null;
        const [one] = await run(saveOrganisation, row);
        return one ?? null;
      }, (one) => one.id);
      if (!saved) throw new AccountError('NOT_FOUND', `There is no organisation ${id}.`);
      return saved;
    },
  }),
); // prettier-ignore
