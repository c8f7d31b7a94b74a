import { askApi, type NewOrganisation } from '../account.ts';

/** The door where everybody signs in, for `test.use`; what moves is seen moving. Where no run has opened it, no page is found. */
export const MEMBERS = {
  baseURL: process.env['MEMBERS_URL'] ?? 'http://members.invalid',
  contextOptions: { reducedMotion: 'no-preference' },
} as const;

/** Consignee of the machine tool that goes from Yokohama to Chengdu, as the manifest names it. */
export const TRADER: NewOrganisation = {
  name: 'Jinjiang Precision',
  nameZh: '锦江精密',
  kinds: ['TRADER'],
  keys: ['PARTY:USCC:91510108MA6CWM5R4C'],
};

/** Files the manifests of the cargo that goes from Chongqing to Duisburg. */
export const FORWARDER: NewOrganisation = {
  name: 'Jialing Forwarding',
  nameZh: '嘉陵货运代理',
  kinds: ['FORWARDER'],
  keys: ['PARTY:CN_CUSTOMS:5001980117'],
};

export const PORT_AUTHORITY: NewOrganisation = {
  name: 'Port of Ningbo',
  nameZh: '宁波港口管理局',
  kinds: ['PORT_AUTHORITY'],
  keys: ['PORT:CNNBO'],
};

/** The name and password that a first start prints for whoever runs the service. */
export function operator(): { readonly login: string; readonly password: string } {
  const printed = process.env['MEMBERS_OPERATOR'];
  if (!printed) throw new Error('MEMBERS_OPERATOR is not set: run by npm test.');
  return JSON.parse(printed) as { login: string; password: string };
}

/** Where the journey of a number is found by whoever may see it. */
export async function addressOf(locale: string, number: string): Promise<string> {
  const { data } = await askApi<{ lookup: { shipments: { shipment: { id: string } }[] } }>(
    'query ($number: String!) { lookup(number: $number) { shipments { shipment { id } } } }',
    { number },
  );
  const id = data?.lookup.shipments[0]?.shipment.id;
  if (!id) throw new Error(`Nothing is found by ${number}.`);
  return `/${locale}/shipments/${id}`;
}
