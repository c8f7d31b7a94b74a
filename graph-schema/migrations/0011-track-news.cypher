// Tracks with positions of which calls are still to be derived.
CREATE INDEX track_news IF NOT EXISTS FOR (n:Track) ON (n.news);
