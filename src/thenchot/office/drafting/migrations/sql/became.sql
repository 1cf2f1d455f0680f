-- Dự thảo thành văn bản: every paper a draft ever became, by the number it has or had; not the one it was joined to by
-- mistake and parted from. Which papers and drafts go together when one is removed.
CREATE FUNCTION drafting_became() RETURNS TABLE (draft bigint, paper bigint)
LANGUAGE sql STABLE SET search_path = public, pg_temp AS $$
    WITH numbers AS (
        SELECT id, number_id, false AS parted FROM drafting_draftpaper
        UNION ALL
        SELECT h.id, h.number_id, EXISTS (
            SELECT FROM drafting_draftstep s JOIN basis_journalchange c
                ON c.table_name = 'drafting_draftstep' AND c.key = s.id AND c.operation = 'I'
            WHERE s.draft_id = h.id AND s.verb = 'go_noi' AND c.entry = h.superseded_by)
        FROM drafting_draftpaper_history h
    ), papers AS (
        SELECT id, basis_id FROM documents_outgoing
        UNION
        SELECT h.id, h.basis_id FROM documents_outgoing_history h
        WHERE NOT EXISTS (SELECT FROM documents_outgoing o WHERE o.id = h.id)
    )
    SELECT n.id, p.basis_id FROM numbers n JOIN papers p ON p.id = n.number_id
    WHERE p.basis_id IS NOT NULL GROUP BY 1, 2 HAVING NOT bool_or(n.parted)
$$;

CREATE OR REPLACE FUNCTION basis_removed_with(asked bigint) RETURNS SETOF bigint
LANGUAGE sql STABLE SET search_path = public, pg_temp AS $$
    WITH RECURSIVE became AS MATERIALIZED (SELECT * FROM drafting_became()),
    together AS (
        SELECT asked AS paper
        UNION
        SELECT other.paper FROM together t
        JOIN became one ON one.paper = t.paper JOIN became other ON other.draft = one.draft
    )
    SELECT paper FROM together
$$;

CREATE FUNCTION drafting_drafts_of(asked bigint) RETURNS SETOF bigint
LANGUAGE sql STABLE SET search_path = public, pg_temp AS $$
    SELECT draft FROM drafting_became() WHERE paper IN (SELECT basis_removed_with(asked))
$$;

-- Asked by the removal of a draft, which is refused while one of them stands.
CREATE FUNCTION drafting_papers_of(asked bigint) RETURNS SETOF bigint
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
    SELECT paper FROM drafting_became() WHERE draft = asked AND basis_removing() = 'remove_draft'
$$;

REVOKE ALL ON FUNCTION drafting_became(), drafting_drafts_of(bigint), drafting_papers_of(bigint) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION drafting_papers_of(bigint) TO thenchot_web;
