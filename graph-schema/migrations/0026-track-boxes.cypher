// Where a track was on its day, so that those in a part of a map are found without their points.
MATCH (t:Track) WHERE t.north IS NULL AND size(t.points) > 2
CALL (t) {
  WITH t, t.points AS p
  WITH t, [i IN range(1, size(p) - 1, 3) | p[i]] AS lon, [i IN range(2, size(p) - 1, 3) | p[i]] AS lat
  SET t.west = reduce(least = lon[0], one IN lon | CASE WHEN one < least THEN one ELSE least END),
    t.east = reduce(most = lon[0], one IN lon | CASE WHEN one > most THEN one ELSE most END),
    t.south = reduce(least = lat[0], one IN lat | CASE WHEN one < least THEN one ELSE least END),
    t.north = reduce(most = lat[0], one IN lat | CASE WHEN one > most THEN one ELSE most END)
} IN TRANSACTIONS OF 500 ROWS;
CREATE INDEX track_day_box IF NOT EXISTS FOR (n:Track) ON (n.day, n.north, n.south, n.west, n.east);
