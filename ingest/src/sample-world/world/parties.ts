/** A company of the world. All are invented, and so are their numbers. */
export interface Party {
  readonly name: string;
  readonly nameZh: string | null;
  /** 统一社会信用代码 of a Chinese company: with it an organisation that holds this key sees the company's cargo, and no other. */
  readonly uscc: string | null;
}

function party(name: string, nameZh: string | null = null, uscc: string | null = null): Party {
  return { name, nameZh, uscc };
}

export const shanlanMachinery = party(
  'Chongqing Shanlan Machinery Co., Ltd.',
  '重庆山岚机械有限公司',
  '91500112MA5TRY4K0G',
);
export const yubeiLighting = party(
  'Chongqing Yubei Lighting Co., Ltd.',
  '重庆渝北明灯照明有限公司',
  '91500112MA5TRY7Q2W',
);
export const rheinbogenHandel = party('Rheinbogen Handels GmbH');
export const nordhafenZweirad = party('Nordhafen Zweirad GmbH');
export const serraVerdeCafe = party('Serra Verde Exportadora de Café Ltda.');
export const chenghaiCoffee = party(
  'Ningbo Chenghai Coffee Co., Ltd.',
  '宁波澄海咖啡有限公司',
  '91330206MA2GCFE812',
);
export const zhongyuanPhones = party(
  'Zhengzhou Zhongyuan Handset Co., Ltd.',
  '郑州中原手机有限公司',
  '91410100MA44XH9P3D',
);
export const moselleTelecom = party('Moselle Telecom Distribution S.A.');
export const minatoMachineTools = party('Minato Machine Tools K.K.', '港机床株式会社');
export const jinjiangPrecision = party(
  'Chengdu Jinjiang Precision Co., Ltd.',
  '成都锦江精密有限公司',
  '91510108MA6CWM5R4C',
);
export const simingTextiles = party(
  'Ningbo Siming Home Textiles Co., Ltd.',
  '宁波四明家纺有限公司',
  '91330203MA2GRHT658',
);
export const polderWonen = party('Polder Wonen B.V.');
export const deltaChemie = party('Delta Specialchemie B.V.');
export const songjiangCoatings = party(
  'Shanghai Songjiang Coatings Co., Ltd.',
  '上海松江涂料有限公司',
  '91310117MA1J2KWX7Q',
);

/** The forwarder that files the manifests of the Chongqing cargo: ten digits of the customs register 海关注册编码. */
export const JIALING_FORWARDING = '5001980117';
