DROP TRIGGER tie_gone ON members_membership;
DROP TRIGGER tie_change ON members_membership;
DROP TRIGGER tie_new ON members_membership;
DROP FUNCTION members_ties_changed();
DROP FUNCTION members_rewrite_ties(bigint[]);
DROP VIEW members_fresh_tie;
DELETE FROM basis_tie WHERE source IN ('sinh_hoat');
