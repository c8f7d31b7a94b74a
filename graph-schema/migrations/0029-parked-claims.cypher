// Claims that no use of their box holds are listed by when they are told to have happened, reason by reason.
CREATE INDEX event_parked IF NOT EXISTS FOR (n:Event) ON (n.parked, n.at);
