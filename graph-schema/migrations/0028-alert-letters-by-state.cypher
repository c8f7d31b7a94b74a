// A letter that was put off for quiet hours is found while another one is under way.
CREATE INDEX alert_letter_state IF NOT EXISTS FOR (n:AlertLetter) ON (n.reader, n.state);
