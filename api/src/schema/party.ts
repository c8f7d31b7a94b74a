import type { Party } from 'graph-schema/domain/journey/parties';
import type { PartyRef, PartyRole } from 'graph-schema/domain/tracking-event';
import { builder } from '../builder.ts';
import { named } from './enums.ts';
import { voicesOf, VoiceType } from './voice.ts';

const PartyRoleEnum = named('PartyRole', 'What somebody is to the cargo, as the paper that names him has it.', {
  CONSIGNOR: 'Consignor, shipper 发货人.',
  CONSIGNEE: 'Consignee 收货人.',
  NOTIFY: 'Notify party 通知人.',
  BUYER: 'Buyer 买方.',
  SELLER: 'Seller 卖方.',
  CARRIER: 'Carrier 承运人.',
  FORWARDER: 'Freight forwarder 货运代理.',
  DECLARANT: 'Declarant, customs broker 申报单位.',
  AGENT: 'Agent of one of the others 代理人.',
  TERMINAL: 'Terminal operator 码头经营人.',
  WAREHOUSE: 'Warehouse keeper 仓库经营人.',
  AUTHORITY: 'Authority 主管机关.',
  OTHER: 'Whom a paper names in a role that is none of these.',
} satisfies Record<PartyRole, string>); // prettier-ignore

const PartyIdType = builder.objectRef<NonNullable<PartyRef['id']>>('PartyId').implement({
  description: 'A number by which a register, or a sender, knows somebody.',
  fields: (t) => ({
    scheme: t.exposeString('scheme', {
      description:
        'The register: USCC 统一社会信用代码, CN_CUSTOMS 海关编码, EORI, SCAC, DUNS, GLN, LEI, VAT, IATA_AGENT …; LOCAL: a code of the sender alone.',
    }),
    code: t.exposeString('code', { description: 'The number, as told.' }),
  }),
});

export const PartyType = builder.objectRef<Party>('Party').implement({
  description:
    'Somebody who has to do with the cargo: of each source and paper the word that it said last and has not taken back.',
  fields: (t) => ({
    role: t.expose('role', { type: PartyRoleEnum, description: 'What he is to the cargo.' }),
    name: t.exposeString('name', {
      nullable: true,
      description: 'His name as told last, in the script of the paper; null where only a number names him.',
    }),
    otherNames: t.stringList({
      description: 'How else he is written, in Chinese or in Latin letters, as told.',
      resolve: (p) => [...p.otherNames],
    }),
    ids: t.field({
      type: [PartyIdType],
      description: 'Numbers that identify him; a name alone identifies nobody.',
      resolve: (p) => [...p.ids],
    }),
    isDisputed: t.exposeBoolean('isDisputed', {
      description:
        'Another word that stands names somebody else in his place: of consignor, consignee, buyer and seller on any paper, of other roles on the same paper. A name in Chinese disputes none in Latin letters, and a bill to order disputes nobody.',
    }),
    voices: t.field({
      type: [VoiceType],
      description: 'Who says so, the last heard first.',
      resolve: (p) => voicesOf(p.sayings),
    }),
  }),
});
