/** A town or port of the world, with the zone that its clocks follow. Coordinates in degrees, WGS 84. */
export interface Place {
  readonly unLocode: string;
  readonly name: string;
  readonly nameZh: string;
  readonly zone: string;
  readonly latitude: number;
  readonly longitude: number;
}

/** A terminal, yard or depot. */
export interface Terminal extends Place {
  /** Code that its own messages use. */
  readonly code: string;
  /** The locode as its messages write it; Chinese ports keep old ones (CNNGB, CNSHA). */
  readonly writtenAs: string;
}

const china = 'Asia/Shanghai';

function place(
  unLocode: string, name: string, nameZh: string, zone: string, latitude: number, longitude: number,
): Place {
  return { unLocode, name, nameZh, zone, latitude, longitude };
} // prettier-ignore

export const chongqing = place('CNCKG', 'Chongqing', '重庆', china, 29.56, 106.55);
export const qinzhou = place('CNQZH', 'Qinzhou', '钦州', china, 21.7, 108.62);
export const ningbo = place('CNNBO', 'Ningbo', '宁波', china, 29.93, 121.88);
export const shanghai = place('CNSGH', 'Shanghai', '上海', china, 30.62, 122.07);
export const hangzhou = place('CNHGH', 'Hangzhou', '杭州', china, 30.2, 120.35);
export const chengdu = place('CNCTU', 'Chengdu', '成都', china, 30.66, 104.07);
export const xian = place('CNSIA', "Xi'an", '西安', china, 34.4, 109.07);
export const singapore = place('SGSIN', 'Singapore', '新加坡', 'Asia/Singapore', 1.25, 103.78);
export const rotterdam = place('NLRTM', 'Rotterdam', '鹿特丹', 'Europe/Amsterdam', 51.95, 4.05);
export const duisburg = place('DEDUI', 'Duisburg', '杜伊斯堡', 'Europe/Berlin', 51.43, 6.76);
export const santos = place('BRSSZ', 'Santos', '桑托斯', 'America/Sao_Paulo', -23.98, -46.29);
export const yokohama = place('JPYOK', 'Yokohama', '横滨', 'Asia/Tokyo', 35.42, 139.68);

export const ningboTerminal3: Terminal = { ...ningbo, code: 'BLCT3', writtenAs: 'CNNGB' };
export const yangshanTerminal: Terminal = { ...shanghai, code: 'YSGD', writtenAs: 'CNSHA' };
export const qinzhouTerminal: Terminal = { ...qinzhou, code: 'QZDLT', writtenAs: 'CNQZH' };
export const singaporeTerminal: Terminal = { ...singapore, code: 'PPT', writtenAs: 'SGSIN' };
export const rotterdamTerminal: Terminal = { ...rotterdam, code: 'MV2', writtenAs: 'NLRTM' };

export const chongqingDepot: Terminal = { ...chongqing, code: 'CKGD1', writtenAs: 'CNCKG' };
export const xianDepot: Terminal = { ...xian, code: 'SIAD1', writtenAs: 'CNSIA' };
export const chengduDepot: Terminal = { ...chengdu, code: 'CTUD1', writtenAs: 'CNCTU' };
export const ningboDepot: Terminal = { ...ningbo, code: 'NGBD2', writtenAs: 'CNNGB' };
export const rotterdamDepot: Terminal = { ...rotterdam, code: 'RTMD4', writtenAs: 'NLRTM' };
export const duisburgDepot: Terminal = { ...duisburg, code: 'DUID1', writtenAs: 'DEDUI' };
export const shanghaiDepot: Terminal = { ...shanghai, code: 'SHAD3', writtenAs: 'CNSHA' };

export const zhengzhouAirport: Terminal = {
  ...place('CNCGO', 'Zhengzhou Xinzheng', '郑州新郑', china, 34.52, 113.84),
  code: 'CGO',
  writtenAs: 'CNCGO',
};
