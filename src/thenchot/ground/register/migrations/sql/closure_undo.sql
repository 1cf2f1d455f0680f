DROP TRIGGER closure_gone ON register_organizationspell;
DROP TRIGGER closure_change ON register_organizationspell;
DROP TRIGGER closure_new ON register_organizationspell;
DROP FUNCTION register_edges_changed();
DROP FUNCTION register_rewrite_closure(bigint[]);
DROP FUNCTION register_lines_above(bigint[]);
