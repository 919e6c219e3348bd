-- Check lists are forgotten every round: without reading every letter there is. Blanks are looked for by their delivery.
CREATE INDEX letter_check_list ON letter (created_at) WHERE kind = 'check_list';
CREATE INDEX blank_of ON blank (delivery, number);

-- Who gave a person of the desk their credentials, and until when the given password opens a first sign-in.
ALTER TABLE officer ADD COLUMN given_by {uuid};
ALTER TABLE officer ADD COLUMN given_at {ts};
ALTER TABLE officer ADD COLUMN given_until {ts};
