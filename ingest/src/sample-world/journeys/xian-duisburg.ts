import type { Calendar } from '../story.ts';
import { tell } from '../story.ts';
import { customs } from '../voices/customs.ts';
import { railway } from '../voices/railway.ts';
import { depot } from '../voices/terminals.ts';
import { broadGaugeWagon, containerNumber, declarationNumber, uicWagon } from '../world/numbers.ts';
import { duisburgDepot, xian, xianDepot } from '../world/places.ts';
import { stations } from '../world/stations.ts';
import type { Journey } from './journey.ts';

const note = '26638154';
const booking = '8206640027';

const first = { number: containerNumber('TBJU418250'), sizeType: '45G1', seal: 'XA2611071', grossKg: 20_460 };
const second = {
  number: containerNumber('TBJU418266'),
  sizeType: '45G1',
  seal: 'XA2611072',
  grossKg: 20_510,
};
const boxes = [first, second];
const chineseWagons = ['5291174', '5291175'];
const broadWagons = [broadGaugeWagon('9437120'), broadGaugeWagon('9437121')];
const europeanWagons = [uicWagon('33684961120'), uicWagon('33684961121')];

/**
 * 中欧班列: solar glass from Xi'an over Khorgos to Duisburg. The boxes change wagons at Altynkol and at Małaszewicze,
 * the rail note keeps its number. At the anchor the train is in the north of Kazakhstan.
 */
export function xianToDuisburg({ on, fromAnchor, year }: Calendar): Journey {
  const declaration = declarationNumber('9007', year(-10), 'EXPORT', 120_457);
  const starts = on(-9, '13:40', xian);
  const route = { note, booking, from: stations.xianPort, to: stations.duisburg };
  const chinese = railway({ ...route, train: 'X8157', starts });
  const broad = railway({
    ...route,
    train: '1418',
    starts: on(-4, '09:30', stations.altynkol),
    trainFrom: stations.altynkol,
  });
  const european = railway({
    ...route,
    train: '43206',
    starts: fromAnchor(81),
    trainFrom: stations.malaszewicze,
  });
  const papers = customs({ office: '9007', bill: note, declaration });
  const train = { number: 'X8157', mode: 'RAIL', departs: starts, arrives: fromAnchor(115) } as const;

  // prettier-ignore
  const steps = [
    tell('container-depots', on(-13, '10:20', xian), 'two empties out of the depot 提空箱', depot(xianDepot).emptiesOut(boxes, booking, 'SHAANA5512')),
    tell('sample-railway-platform', on(-12, '09:00', xian), 'rail note accepted 受理', chinese.accepted(boxes)),
    tell('sample-railway-platform', on(-11, '15:30', xian), 'into the station yard 进站', chinese.gatedIn(boxes)),
    tell('customs-single-window', on(-10, '10:12', xian), 'declaration received 入库', papers.declarationReceipt('RECEIVED', train)),
    tell('customs-single-window', on(-10, '10:50', xian), 'declaration assessed 审结', papers.declarationReceipt('ASSESSED', train)),
    tell('customs-single-window', on(-10, '11:36', xian), 'declaration released 放行', papers.declarationReceipt('RELEASED', train)),
    tell('sample-railway-platform', on(-9, '08:15', xian), 'loaded on wagons 装车', chinese.loaded(boxes, chineseWagons)),
    tell('sample-railway-platform', on(-9, '11:00', xian), 'rail note issued 制票', chinese.issued(boxes, chineseWagons)),
    tell('sample-railway-platform', starts, 'train leaves 西安国际港', chinese.departs(stations.xianPort)),
    tell('sample-railway-platform', on(-8, '03:25', xian), 'train passes 兰州', chinese.passes(stations.lanzhou)),
    tell('sample-railway-platform', on(-8, '17:10', xian), 'train passes 嘉峪关', chinese.passes(stations.jiayuguan)),
    tell('sample-railway-platform', on(-7, '14:55', xian), 'train passes 乌鲁木齐西', chinese.passes(stations.urumqiWest)),
    tell('sample-railway-platform', on(-6, '06:40', xian), 'train arrives at 霍尔果斯', chinese.arrives(stations.khorgos)),
    tell('customs-single-window', on(-6, '16:00', xian), 'declaration closed 结关', papers.declarationReceipt('CLOSED', train)),
    tell('sample-railway-platform', on(-5, '08:05', stations.khorgos), 'over the border 口岸交接', chinese.handedOver(stations.khorgos)),
    tell('sample-railway-platform', on(-5, '07:10', stations.altynkol), 'train arrives at 阿腾科里', chinese.arrives(stations.altynkol)),
    tell('sample-railway-platform', on(-4, '04:20', stations.altynkol), 'boxes onto broad-gauge wagons 换装', broad.gaugeChanged(stations.altynkol, boxes, broadWagons)),
    tell('sample-railway-platform', on(-4, '05:30', stations.altynkol), 'loaded on the broad-gauge train', broad.loaded(boxes, broadWagons)),
    tell('sample-railway-platform', on(-4, '09:30', stations.altynkol), 'train leaves 阿腾科里', broad.departs(stations.altynkol)),
    tell('sample-railway-platform', on(-4, '19:50', stations.zhetygen), 'train passes Zhetygen', broad.passes(stations.zhetygen)),
    tell('sample-railway-platform', on(-3, '16:15', stations.moiynty), 'train passes Moiynty', broad.passes(stations.moiynty)),
    tell('sample-railway-platform', on(-2, '08:40', stations.astana), 'train passes Astana', broad.passes(stations.astana)),
    tell('sample-railway-platform', fromAnchor(-8), 'train passes Tobol', broad.passes(stations.tobol)),
    tell('sample-railway-platform', fromAnchor(3.6), 'over the border at Iletsk', broad.handedOver(stations.iletsk)),
    tell('sample-railway-platform', fromAnchor(15.5), 'train passes Samara', broad.passes(stations.samara)),
    tell('sample-railway-platform', fromAnchor(46), 'train passes Smolensk', broad.passes(stations.smolensk)),
    tell('sample-railway-platform', fromAnchor(60), 'train arrives at Brest', broad.arrives(stations.brest)),
    tell('sample-railway-platform', fromAnchor(66), 'over the border to Poland', broad.handedOver(stations.brest)),
    tell('sample-railway-platform', fromAnchor(68), 'train arrives at 马拉舍维奇', broad.arrives(stations.malaszewicze)),
    tell('sample-railway-platform', fromAnchor(76), 'boxes onto standard-gauge wagons 换装', european.gaugeChanged(stations.malaszewicze, boxes, europeanWagons)),
    tell('sample-railway-platform', fromAnchor(77), 'loaded on the European train', european.loaded(boxes, europeanWagons)),
    tell('sample-european-railway', fromAnchor(81), 'train leaves Małaszewicze', european.europeanDeparts(stations.malaszewicze)),
    tell('sample-european-railway', fromAnchor(92), 'train passes Poznań', european.europeanPasses(stations.poznan, fromAnchor(91.6))),
    tell('sample-european-railway', fromAnchor(98), 'train passes Frankfurt (Oder)', european.europeanPasses(stations.frankfurtOder, fromAnchor(97.2))),
    tell('sample-european-railway', fromAnchor(115), 'train arrives at Duisburg', european.europeanArrives(stations.duisburg, fromAnchor(114))),
    tell('sample-railway-platform', fromAnchor(119), 'unloaded at Duisburg 卸车', european.unloaded(boxes, europeanWagons)),
    tell('sample-railway-platform', fromAnchor(139), 'handed over 交付', european.delivered(boxes)),
    tell('container-depots', fromAnchor(181), 'empties back at the depot 还空箱', depot(duisburgDepot).emptiesBack(boxes, 'DUSM9082')),
  ];

  // prettier-ignore
  const numbers: Journey['numbers'] = [
    { kind: 'RAIL_NOTE', number: note, noteEn: 'China–Europe train from Xi’an to Duisburg: in Kazakhstan', noteZh: '西安至杜伊斯堡中欧班列：在哈萨克斯坦境内' },
    { kind: 'CONTAINER', number: first.number, noteEn: 'One of its two boxes; it changes wagons twice', noteZh: '两箱之一，途中换装两次' },
    { kind: 'DECLARATION', number: declaration, noteEn: 'Its export declaration', noteZh: '该票出口报关单' },
  ];
  return { letter: 'C', title: 'Xi’an–Duisburg', steps, sailings: [], numbers };
}
