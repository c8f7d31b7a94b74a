// A ring of the newest conclusions: which boxes and papers each looked at.
CREATE CONSTRAINT conclusion_turn_slot IF NOT EXISTS FOR (n:ConclusionTurn) REQUIRE n.slot IS UNIQUE;
