import type { Moment } from '../moment.ts';
import type { Station } from '../world/stations.ts';
import {
  railNoteCsv,
  stationPassCsv,
  type NoteRow,
  type RailBox,
  type TrainRun,
} from '../writers/rail-csv.ts';
import { trainRunning } from '../writers/taf-train-running.ts';
import type { Message } from '../writers/written.ts';

interface Carriage {
  readonly note: string;
  readonly from: Station;
  readonly to: Station;
  readonly train: string;
  readonly starts: Moment;
  /** Origin of the train where it is not that of the note: after a change of gauge. */
  readonly trainFrom?: Station;
  readonly bill?: string;
  readonly booking?: string;
}

/** What railways say about one note and one train that carries it. */
export function railway({ note, from, to, train, starts, trainFrom, bill, booking }: Carriage) {
  const run: TrainRun = { number: train, starts, origin: trainFrom ?? from };
  const stage =
    (word: string, at: Station) =>
    (boxes: readonly RailBox[], wagons: readonly string[] = []): Message =>
      railNoteCsv(
        boxes.map((box, index): NoteRow => {
          const wagon = wagons[index];
          return {
            note, box, run, from, to, at, stage: word,
            ...(wagon ? { wagon } : {}), ...(bill ? { bill } : {}), ...(booking ? { booking } : {}),
          }; // prettier-ignore
        }),
      );

  return {
    accepted: stage('受理', from),
    issued: stage('制票', from),
    gatedIn: stage('进站', from),
    loaded: stage('装车', run.origin),
    unloaded: stage('卸车', to),
    delivered: stage('交付', to),
    /** The boxes change to wagons of the other gauge at `at`. */
    gaugeChanged: (at: Station, boxes: readonly RailBox[], wagons: readonly string[]) =>
      stage('换装', at)(boxes, wagons),
    departs: (at: Station) => stationPassCsv(run, at, '出发'),
    passes: (at: Station) => stationPassCsv(run, at, '通过'),
    arrives: (at: Station) => stationPassCsv(run, at, '到达'),
    handedOver: (at: Station) => stationPassCsv(run, at, '口岸交接'),
    europeanDeparts: (at: Station, booked: Moment | null = null) => trainRunning(run, at, '02', booked),
    europeanPasses: (at: Station, booked: Moment | null = null) => trainRunning(run, at, '05', booked),
    europeanArrives: (at: Station, booked: Moment | null = null) => trainRunning(run, at, '01', booked),
  };
}
