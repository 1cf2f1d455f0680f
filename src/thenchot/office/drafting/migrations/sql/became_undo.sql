DROP FUNCTION drafting_papers_of(bigint);
DROP FUNCTION drafting_drafts_of(bigint);
CREATE OR REPLACE FUNCTION basis_removed_with(asked bigint) RETURNS SETOF bigint
LANGUAGE sql STABLE SET search_path = public, pg_temp AS $$ SELECT asked $$;
DROP FUNCTION drafting_became();
