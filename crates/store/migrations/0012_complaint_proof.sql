-- Complaints whose EDS was taken while revocation data was missing: a job asks again.

ALTER TABLE complaint ADD COLUMN awaits_nca {bool};
CREATE INDEX complaint_awaits_nca ON complaint (filed_at) WHERE awaits_nca;
