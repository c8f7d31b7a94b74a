import type { Gazetteer, Place } from '../domain/place.ts';

/**
 * A small, fixed gazetteer for goldens and scenarios, so that they do not change with the reference tables.
 * Values are real places; the tables proper are in `graph-schema/data`.
 */
const rows: readonly [
  id: string,
  name: string,
  nameZh: string | null,
  zone: string,
  latitude: number,
  longitude: number,
  kind: Place['kind'],
][] = [
  ['CNNBO', 'Ningbo', '宁波', 'Asia/Shanghai', 29.93, 121.85, 'PORT'],
  ['CNSGH', 'Shanghai', '上海', 'Asia/Shanghai', 31.23, 121.49, 'PORT'],
  ['CNQZH', 'Qinzhou', '钦州', 'Asia/Shanghai', 21.73, 108.6, 'PORT'],
  ['CNCKG', 'Chongqing', '重庆', 'Asia/Shanghai', 29.56, 106.55, 'PORT'],
  ['CNSHK', 'Shekou', '蛇口', 'Asia/Shanghai', 22.47, 113.9, 'PORT'],
  ['SGSIN', 'Singapore', '新加坡', 'Asia/Singapore', 1.26, 103.83, 'PORT'],
  ['NLRTM', 'Rotterdam', '鹿特丹', 'Europe/Amsterdam', 51.95, 4.14, 'PORT'],
  ['BEANR', 'Antwerp', '安特卫普', 'Europe/Brussels', 51.27, 4.34, 'PORT'],
  ['ITGOA', 'Genoa', '热那亚', 'Europe/Rome', 44.41, 8.91, 'PORT'],
  ['DEDUI', 'Duisburg', '杜伊斯堡', 'Europe/Berlin', 51.43, 6.76, 'PORT'],
  ['CHBSL', 'Basel', '巴塞尔', 'Europe/Zurich', 47.58, 7.59, 'PORT'],
  ['USLGB', 'Long Beach', '长滩', 'America/Los_Angeles', 33.75, -118.2, 'PORT'],
  ['USLAX', 'Los Angeles', '洛杉矶', 'America/Los_Angeles', 33.73, -118.26, 'PORT'],
  ['BRSSZ', 'Santos', '桑托斯', 'America/Sao_Paulo', -23.96, -46.3, 'PORT'],
  ['RAIL:XAP', "Xi'an International Port", '西安国际港', 'Asia/Shanghai', 34.4, 109.07, 'RAIL_STATION'],
  ['RAIL:HGS', 'Khorgos', '霍尔果斯', 'Asia/Shanghai', 44.2, 80.41, 'RAIL_STATION'],
  ['RAIL:ATK', 'Altynkol', '阿腾科里', 'Asia/Almaty', 44.16, 80.33, 'RAIL_STATION'],
  ['RAIL:MLW', 'Małaszewicze', '马拉舍维奇', 'Europe/Warsaw', 52.03, 23.53, 'RAIL_STATION'],
  ['RAIL:DUI', 'Duisburg', '杜伊斯堡', 'Europe/Berlin', 51.43, 6.76, 'RAIL_STATION'],
];
const airports: readonly [
  iata: string,
  unLocode: string,
  name: string,
  nameZh: string,
  zone: string,
  latitude: number,
  longitude: number,
][] = [
  ['PEK', 'CNPEK', 'Beijing Capital', '北京首都', 'Asia/Shanghai', 40.08, 116.58],
  ['CGO', 'CNCGO', 'Zhengzhou Xinzheng', '郑州新郑', 'Asia/Shanghai', 34.52, 113.84],
  ['LUX', 'LULUX', 'Luxembourg Findel', '卢森堡', 'Europe/Luxembourg', 49.63, 6.21],
  ['JFK', 'USJFK', 'New York JFK', '纽约肯尼迪', 'America/New_York', 40.64, -73.78],
];
const offices: readonly [code: string, name: string, nameZh: string][] = [
  ['3104', 'Ningbo Beilun customs', '北仑海关'],
  ['2202', 'Shanghai Wusong customs', '吴淞海关'],
  ['7902', 'Chengdu customs office', '蓉青龙关'],
  ['5301', 'Shenzhen Huanggang customs', '皇岗海关'],
];
const locodeAliases: Readonly<Record<string, string>> = { CNNGB: 'CNNBO', CNSHA: 'CNSGH', CNSHG: 'CNSGH' };

const towns: Readonly<Record<string, string>> = {
  'LONG BEACH, CA, US': 'USLGB',
  'LOS ANGELES, CA, US': 'USLAX',
};

const byId = new Map<string, Place>();
for (const [id, name, nameZh, zone, latitude, longitude, kind] of rows) {
  const isStation = id.startsWith('RAIL:');
  byId.set(id, {
    id,
    unLocode: isStation ? null : id,
    name,
    nameZh,
    country: isStation
      ? zone.startsWith('Asia/Sh')
        ? 'CN'
        : zone.startsWith('Asia')
          ? 'KZ'
          : zone.endsWith('Warsaw')
            ? 'PL'
            : 'DE'
      : id.slice(0, 2),
    latitude,
    longitude,
    zone,
    kind,
  });
}
for (const [iata, unLocode, name, nameZh, zone, latitude, longitude] of airports) {
  byId.set(`AIR:${iata}`, {
    id: unLocode,
    unLocode,
    name,
    nameZh,
    country: unLocode.slice(0, 2),
    latitude,
    longitude,
    zone,
    kind: 'AIRPORT',
  });
}
for (const [code, name, nameZh] of offices) {
  byId.set(`CUSTOMS:${code}`, {
    id: `CUSTOMS:${code}`,
    unLocode: null,
    name,
    nameZh,
    country: 'CN',
    latitude: null,
    longitude: null,
    zone: 'Asia/Shanghai',
    kind: 'CUSTOMS_OFFICE',
  });
}

const stationsByName = new Map<string, Place>();
for (const place of byId.values()) {
  if (place.kind !== 'RAIL_STATION') continue;
  stationsByName.set(place.id.slice('RAIL:'.length), place);
  stationsByName.set(place.name.toUpperCase(), place);
  if (place.nameZh) stationsByName.set(place.nameZh, place);
}

export const sampleGazetteer: Gazetteer = {
  findLocode: (code) => {
    const key = code.trim().toUpperCase();
    return byId.get(locodeAliases[key] ?? key) ?? null;
  },
  findTown: (name, subdivision, country) =>
    byId.get(towns[[name, subdivision, country].join(', ').toUpperCase()] ?? '') ?? null,
  findNamed: (name) => {
    const bare = name.normalize('NFKC').trim();
    const terminal =
      /^(?:宁波)?北仑四期(?:码头)?$/u.test(bare) && sampleGazetteer.findTerminal('CNNBO', 'BLCT3');
    if (terminal) return [terminal];
    const named = (zh: string): Place[] => [...byId.values()].filter(({ nameZh }) => nameZh === zh);
    const exact = named(bare);
    return exact.length > 0 ? exact : named(bare.replace(/(?:港区|港口|港|口岸|市)$/u, ''));
  },
  findAirport: (iata) => byId.get(`AIR:${iata.trim().toUpperCase()}`) ?? null,
  findRailStation: (codeOrName) => stationsByName.get(codeOrName.trim().toUpperCase()) ?? null,
  findCustomsOffice: (code) => byId.get(`CUSTOMS:${code.trim()}`) ?? null,
  findTerminal: (unLocode, code) => {
    const port = byId.get(locodeAliases[unLocode] ?? unLocode);
    return port && code === 'BLCT3'
      ? { ...port, id: `${port.id}:${code}`, name: 'Beilun Container Terminal 3', kind: 'TERMINAL' }
      : null;
  },
};
