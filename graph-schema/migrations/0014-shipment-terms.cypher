// What shipments are found by and who may see them: whole terms of two lists, asked for together in one look-up.
CREATE FULLTEXT INDEX shipment_summary_terms IF NOT EXISTS FOR (n:ShipmentSummary) ON EACH [n.facets, n.sight]
OPTIONS {indexConfig: {`fulltext.analyzer`: 'keyword'}};
