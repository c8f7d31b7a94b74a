import { splitKey } from 'graph-schema/domain/identifier';
import type { Goods } from 'graph-schema/domain/journey/goods';
import type { GoodsRef } from 'graph-schema/domain/tracking-event';
import { builder } from '../builder.ts';
import { IdentifierType } from './identifier.ts';
import { voicesOf, VoiceType } from './voice.ts';

const GoodsLineType = builder.objectRef<GoodsRef>('GoodsLine').implement({
  description: 'One line of goods as a paper describes it.',
  fields: (t) => ({
    description: t.exposeString('description', {
      nullable: true,
      description: 'What it is 品名, as told; null: not told.',
    }),
    hsCode: t.exposeString('hsCode', {
      nullable: true,
      description: 'Code of the Harmonised System or of a national tariff 商品编码, digits alone; null: not told.',
    }),
    pieces: t.exposeInt('pieces', { nullable: true, description: 'Packages 件数; null: not told.' }),
    packageType: t.exposeString('packageType', {
      nullable: true,
      description: 'Kind of package 包装 as the sender codes it, UN/ECE Recommendation 21 where it is that; null: not told.',
    }),
    grossKg: t.exposeFloat('grossKg', {
      nullable: true,
      description: 'Gross weight 毛重, kilograms; null: not told.',
    }),
    unNumber: t.exposeString('unNumber', {
      nullable: true,
      description: 'UN number of dangerous goods 联合国编号, four digits; null: not told.',
    }),
  }),
}); // prettier-ignore

export const GoodsType = builder.objectRef<Goods>('Goods').implement({
  description:
    'What one paper, or a message about one box, says that the cargo is: of each source the word that it said last and has not taken back.',
  fields: (t) => ({
    subject: t.field({
      type: IdentifierType,
      nullable: true,
      description: 'The paper or the box that it is said of; null: it names none that is shown.',
      resolve: (g) => (g.subject === null ? null : splitKey(g.subject)),
    }),
    lines: t.field({
      type: [GoodsLineType],
      description: 'Its lines; empty where only the whole was counted.',
      resolve: (g) => [...g.lines],
    }),
    pieces: t.exposeInt('pieces', {
      nullable: true,
      description: 'Packages 件数 of all lines; null: not told.',
    }),
    grossKg: t.exposeFloat('grossKg', {
      nullable: true,
      description: 'Gross weight 毛重 of all lines, kilograms; null: not told.',
    }),
    isDisputed: t.exposeBoolean('isDisputed', {
      description:
        'Another source says of the same paper or box other pieces, another weight by more than a kilogram, or other goods by their code. Papers that differ from one another are the exception DOCUMENT_MISMATCH.',
    }),
    voices: t.field({
      type: [VoiceType],
      description: 'Who says so, the last heard first.',
      resolve: (g) => voicesOf(g.sayings),
    }),
  }),
});
