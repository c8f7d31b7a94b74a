/** A rail station, as Chinese platforms write its name. Coordinates in degrees, WGS 84. */
export interface Station {
  readonly name: string;
  readonly zone: string;
  readonly latitude: number;
  readonly longitude: number;
  /** ISO country and five-digit primary location code, for TAF messages; null where none is needed. */
  readonly primaryLocation: { readonly country: string; readonly code: string } | null;
}

function station(name: string, zone: string, latitude: number, longitude: number, primary?: string): Station {
  const primaryLocation = primary ? { country: primary.slice(0, 2), code: primary.slice(2) } : null;
  return { name, zone, latitude, longitude, primaryLocation };
}

const china = 'Asia/Shanghai';

export const stations = {
  tuanjiecun: station('团结村', china, 29.61, 106.36),
  zunyi: station('遵义', china, 27.69, 106.92),
  guiyangSouth: station('贵阳南', china, 26.53, 106.72),
  liuzhou: station('柳州', china, 24.31, 109.39),
  nanningSouth: station('南宁南', china, 22.75, 108.33),
  qinzhouPortEast: station('钦州港东', china, 21.72, 108.64),

  xianPort: station('西安国际港', china, 34.4, 109.07),
  lanzhou: station('兰州', china, 36.04, 103.85),
  jiayuguan: station('嘉峪关', china, 39.8, 98.26),
  urumqiWest: station('乌鲁木齐西', china, 43.82, 87.46),
  khorgos: station('霍尔果斯', china, 44.2, 80.41),
  altynkol: station('阿腾科里', 'Asia/Almaty', 44.16, 80.33),
  zhetygen: station('热特肯', 'Asia/Almaty', 43.69, 77.11),
  moiynty: station('莫因特', 'Asia/Almaty', 47.21, 73.36),
  astana: station('阿斯塔纳', 'Asia/Almaty', 51.19, 71.41),
  tobol: station('托博尔', 'Asia/Almaty', 52.7, 62.61),
  iletsk: station('伊列茨克', 'Asia/Yekaterinburg', 51.17, 55.0),
  samara: station('萨马拉', 'Europe/Samara', 53.19, 50.12),
  smolensk: station('斯摩棱斯克', 'Europe/Moscow', 54.8, 32.03),
  brest: station('布列斯特', 'Europe/Minsk', 52.1, 23.68),
  malaszewicze: station('马拉舍维奇', 'Europe/Warsaw', 52.03, 23.53, 'PL03160'),
  poznan: station('Poznań', 'Europe/Warsaw', 52.4, 16.91, 'PL03006'),
  frankfurtOder: station('Frankfurt (Oder)', 'Europe/Berlin', 52.34, 14.55, 'DE00012'),
  duisburg: station('杜伊斯堡', 'Europe/Berlin', 51.43, 6.76, 'DE00075'),

  maasvlakte: station('Maasvlakte', 'Europe/Amsterdam', 51.95, 4.02, 'NL00552'),
  emmerich: station('Emmerich', 'Europe/Berlin', 51.83, 6.25, 'DE00089'),

  luchaogang: station('芦潮港', china, 30.9, 121.84),
  nanjingEast: station('南京东', china, 32.13, 118.9),
  hefeiNorth: station('合肥北', china, 31.93, 117.29),
  wujiashan: station('吴家山', china, 30.64, 114.13),
  xiangyang: station('襄阳', china, 32.04, 112.15),
  ankang: station('安康', china, 32.72, 109.02),
  dazhou: station('达州', china, 31.21, 107.5),
  chengxiang: station('城厢', china, 30.86, 104.36),
} as const satisfies Record<string, Station>;
