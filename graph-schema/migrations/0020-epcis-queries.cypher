// Named queries of EPCIS, each under its own name with whoever made it.
CREATE CONSTRAINT epcis_query_name IF NOT EXISTS FOR (n:EpcisQuery) REQUIRE (n.owner, n.name) IS UNIQUE;
