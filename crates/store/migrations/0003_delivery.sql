-- What became of a letter after it left: the gateway's report, or that no later try will help.

ALTER TABLE letter ADD COLUMN delivered_at {ts};
ALTER TABLE letter ADD COLUMN undelivered_at {ts};
ALTER TABLE letter ADD COLUMN failed_at {ts};
