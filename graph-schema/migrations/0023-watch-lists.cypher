// Watch lists: what a person follows, and what people of a firm follow together. One of a name to an owner, one entry of a number to a list.
CREATE CONSTRAINT watch_list_id IF NOT EXISTS FOR (n:WatchList) REQUIRE n.id IS UNIQUE;
CREATE CONSTRAINT watch_list_name IF NOT EXISTS FOR (n:WatchList) REQUIRE (n.owner, n.name) IS UNIQUE;
CREATE INDEX watch_list_owner IF NOT EXISTS FOR (n:WatchList) ON (n.owner);
CREATE CONSTRAINT watch_entry_key IF NOT EXISTS FOR (n:WatchEntry) REQUIRE (n.list, n.key) IS UNIQUE;
