/** A point at sea: latitude and longitude in degrees. */
export type Waypoint = readonly [latitude: number, longitude: number];

/** Waypoints that keep ships off the land; between them they follow great circles. */
const malaccaStrait: readonly Waypoint[] = [[1.18, 103.45], [2.05, 101.9], [2.95, 100.95], [4.6, 99.6], [5.95, 97.4], [6.15, 95.0]]; // prettier-ignore
const indianOcean: readonly Waypoint[] = [[5.75, 80.6], [7.55, 73.0], [12.3, 51.9], [12.05, 45.4], [12.55, 43.35]]; // prettier-ignore
const redSeaAndSuez: readonly Waypoint[] = [[14.1, 42.5], [20.0, 38.6], [27.2, 34.6], [27.8, 33.75], [28.6, 33.08], [29.75, 32.55], [30.45, 32.35], [31.4, 32.35]]; // prettier-ignore
const mediterranean: readonly Waypoint[] = [[33.2, 28.5], [34.2, 24.0], [35.4, 16.5], [37.25, 11.3], [37.6, 9.4], [37.0, 3.0], [36.25, -1.8], [35.95, -5.5]]; // prettier-ignore
const atlanticToRotterdam: readonly Waypoint[] = [[36.1, -6.6], [36.8, -9.3], [38.7, -9.9], [43.35, -9.9], [48.75, -5.9], [49.95, -2.5], [50.3, 0.2], [51.0, 1.5], [51.5, 2.6], [51.98, 3.8], [51.95, 4.05]]; // prettier-ignore
const southChinaSea: readonly Waypoint[] = [[1.3, 104.45], [5.0, 105.9], [10.0, 110.2], [14.5, 112.3], [20.6, 116.2], [23.1, 118.7], [26.0, 121.0], [29.3, 122.75]]; // prettier-ignore

const singaporeRoads: Waypoint = [1.25, 103.78];
const ningboBerth: Waypoint = [29.93, 121.88];
const yangshanBerth: Waypoint = [30.62, 122.07];

/** By road: Xiaoshan, Shaoxing, Yuyao, Beilun. */
export const hangzhouToNingbo: readonly Waypoint[] = [[30.2, 120.35], [30.06, 120.6], [30.05, 120.9], [30.02, 121.16], [29.96, 121.45], [29.9, 121.7], [29.93, 121.85]]; // prettier-ignore
/** Over the Gobi, the Urals and Poland. */
export const zhengzhouToLuxembourgByAir: readonly Waypoint[] = [[34.52, 113.84], [40.8, 105.2], [46.9, 92.5], [52.6, 74.8], [55.6, 54.3], [55.2, 35.5], [52.5, 18.9], [49.63, 6.21]]; // prettier-ignore
/** By rail: Luchaogang, Nanjing, Hefei, Wuhan, Xiangyang, Ankang, Dazhou, Chengxiang. */
export const shanghaiToChengduByRail: readonly Waypoint[] = [[30.87, 121.85], [32.1, 118.9], [31.9, 117.3], [30.65, 114.1], [32.05, 112.15], [32.7, 109.0], [31.2, 107.5], [30.9, 104.3]]; // prettier-ignore
export const qinzhouToSingapore: readonly Waypoint[] = [[21.7, 108.62], [20.9, 108.5], [19.4, 107.5], [17.9, 108.0], [16.3, 109.4], [14.4, 110.1], [11.4, 110.2], [8.4, 108.7], [5.0, 105.9], [1.75, 104.9], [1.25, 104.2], singaporeRoads]; // prettier-ignore

export const singaporeToRotterdam: readonly Waypoint[] = [
  singaporeRoads,
  ...malaccaStrait,
  ...indianOcean,
  ...redSeaAndSuez,
  ...mediterranean,
  ...atlanticToRotterdam,
];

export const ningboToRotterdam: readonly Waypoint[] = [
  ningboBerth,
  [29.88, 122.2],
  ...southChinaSea.toReversed(),
  ...singaporeToRotterdam,
];

export const rotterdamToShanghai: readonly Waypoint[] = [
  ...singaporeToRotterdam.toReversed(),
  ...southChinaSea,
  [30.5, 122.7],
  yangshanBerth,
];

export const santosToNingbo: readonly Waypoint[] = [
  [-23.98, -46.29], [-24.6, -45.9], [-35.3, 17.5], [-35.4, 20.5], [-34.2, 28.5], [-7.2, 104.0], [-5.85, 105.95], [-3.2, 107.15], [-1.0, 107.2],
  [2.5, 106.8], [4.2, 106.9], [7.0, 109.2], [14.0, 113.0], [20.6, 116.6], [23.1, 118.7], [26.0, 121.0], [29.3, 122.75], [29.88, 122.2], ningboBerth,
]; // prettier-ignore

export const yokohamaToShanghai: readonly Waypoint[] = [
  [35.42, 139.68], [35.1, 139.76], [34.95, 139.5], [34.5, 139.05], [33.2, 136.2], [30.85, 130.8], [31.05, 127.0], [31.1, 123.4],
  [30.6, 122.6], yangshanBerth,
]; // prettier-ignore
