// Subscriptions of EPCIS are told what went, those of EPCIS and DCSA what was told of the run that the cargo was aboard.
MATCH (w:Webhook) WHERE w.form = 'EPCIS_2'
SET w.filter = replace(w.filter, '"kinds":["ADDED","VISIBLE"]', '"kinds":["ADDED","WITHDRAWN","DERIVED","VISIBLE"]');
MATCH (w:Webhook) WHERE w.form = 'DCSA_2'
SET w.filter = replace(w.filter, '"kinds":["ADDED","VISIBLE"]', '"kinds":["ADDED","DERIVED","VISIBLE"]');
