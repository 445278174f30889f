-- SPDX-License-Identifier: GPL-3.0-or-later
-- What a committee's rule lays down for its votes. The Directions lay down nothing: none unless it is set.

ALTER TABLE rule ADD COLUMN vote_of TEXT; -- cast, voting, present
ALTER TABLE rule ADD COLUMN vote_share TEXT;
ALTER TABLE rule ADD COLUMN vote_comparison TEXT;
ALTER TABLE rule ADD COLUMN vote_casting INTEGER; -- whether the chair votes at a tie
