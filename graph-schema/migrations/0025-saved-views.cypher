// Views of the list of shipments under a name: of a person, or of a firm together. One of a name to an owner.
CREATE CONSTRAINT saved_view_id IF NOT EXISTS FOR (n:SavedView) REQUIRE n.id IS UNIQUE;
CREATE CONSTRAINT saved_view_name IF NOT EXISTS FOR (n:SavedView) REQUIRE (n.owner, n.name) IS UNIQUE;
