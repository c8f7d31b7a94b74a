import { statement } from '../statement.ts';

/** Day tracks of which calls were derived; one that grew meanwhile stays on the list (`read/track-news.ts`). */
export const dropTrackNews = statement<{ rows: [key: string, turn: number][] }>(
  'dropTrackNews',
  `UNWIND $rows AS r MATCH (t:Track {key: r[0]}) WHERE t.turn = r[1] SET t.news = null`,
);
