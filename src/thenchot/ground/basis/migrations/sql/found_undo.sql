DROP FUNCTION basis_papers_found(text[], text[], text, date);
DROP FUNCTION basis_papers_holding(text[]);
-- Behind row security an index over words would never be used, so this asks it with the owner's eyes
-- and puts the wall round papers, word for word, about what it found.
DO $$
DECLARE
    wall text;
BEGIN
    SELECT pg_get_expr(p.polqual, p.polrelid) INTO wall FROM pg_policy p
    WHERE p.polrelid = 'basis_instrument'::regclass AND p.polname = 'reads';
    EXECUTE format(
        'CREATE FUNCTION basis_papers_with(wanted text[], titled boolean) RETURNS SETOF bigint
         LANGUAGE sql STABLE SECURITY DEFINER ROWS 500 SET search_path = public, pg_temp
         SET enable_seqscan = off AS %L',  -- for a common word it would unpack the words of every paper
        'SELECT w.paper FROM (
            SELECT paper FROM basis_paperwords WHERE titled AND title @> wanted
            UNION ALL
            SELECT paper FROM basis_paperwords WHERE NOT titled AND words @> wanted
            UNION ALL
            SELECT paper FROM basis_paperwords p WHERE NOT titled AND listed @> wanted
              AND NOT basis_lists_people((SELECT file_sha256 FROM basis_instrument i WHERE i.id = p.paper))
        ) w WHERE (SELECT basis_everywhere(''basis.xem_van_ban''))
            OR EXISTS (SELECT FROM basis_instrument WHERE id = w.paper AND (' || wall || '))');
END $$;

CREATE OR REPLACE FUNCTION basis_index_papers(papers bigint[]) RETURNS void
LANGUAGE sql SECURITY DEFINER SET search_path = public, pg_temp AS $$
    INSERT INTO basis_paperwords (paper, title, words, listed)
    SELECT i.id, said.title,
        CASE WHEN t."table" IS NOT DISTINCT FROM false THEN said.title || t.words ELSE said.title END,
        CASE WHEN t."table" THEN said.title || t.words END
    FROM basis_instrument i
    CROSS JOIN LATERAL (VALUES (basis_words(concat_ws(' ', i.number_sign, i.issuer, i.abstract)))) said (title)
    LEFT JOIN basis_filetext t ON t.sha256 = i.file_sha256
    WHERE i.id = ANY (papers)
    ON CONFLICT (paper) DO UPDATE
        SET title = excluded.title, words = excluded.words, listed = excluded.listed
$$;

CREATE OR REPLACE FUNCTION basis_papers_changed() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
    IF TG_OP = 'DELETE' THEN
        DELETE FROM basis_paperwords WHERE paper IN (SELECT id FROM gone);
    ELSIF TG_OP = 'INSERT' THEN
        PERFORM basis_index_papers(ARRAY(SELECT id FROM come));
    ELSE
        PERFORM basis_index_papers(ARRAY(
            SELECT come.id FROM come JOIN gone USING (id)
            WHERE (come.number_sign, come.issuer, come.abstract, come.file_sha256)
                IS DISTINCT FROM (gone.number_sign, gone.issuer, gone.abstract, gone.file_sha256)));
    END IF;
    RETURN NULL;
END $$;
DROP FUNCTION basis_placed(int, date);
