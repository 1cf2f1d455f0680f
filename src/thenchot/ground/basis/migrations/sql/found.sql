-- Tìm trong kho lớn: found papers are put in order by narrow rows alone, without a look at each paper.

-- Where a paper stands among others, the newest last: its day, or the head of its year where no day is known.
CREATE FUNCTION basis_placed(year int, day date) RETURNS int LANGUAGE sql IMMUTABLE PARALLEL SAFE
RETURN year * 400 + coalesce(extract(doy FROM day)::int, 0);

CREATE OR REPLACE FUNCTION basis_index_papers(papers bigint[]) RETURNS void
LANGUAGE sql SECURITY DEFINER SET search_path = public, pg_temp AS $$
    INSERT INTO basis_paperwords (paper, title, words, listed, placed)
    SELECT i.id, said.title,
        CASE WHEN t."table" IS NOT DISTINCT FROM false THEN said.title || t.words ELSE said.title END,
        CASE WHEN t."table" THEN said.title || t.words END,
        basis_placed(i.issued_year, i.issued_on)
    FROM basis_instrument i
    CROSS JOIN LATERAL (VALUES (basis_words(concat_ws(' ', i.number_sign, i.issuer, i.abstract)))) said (title)
    LEFT JOIN basis_filetext t ON t.sha256 = i.file_sha256
    WHERE i.id = ANY (papers)
    ON CONFLICT (paper) DO UPDATE
        SET title = excluded.title, words = excluded.words, listed = excluded.listed,
            placed = excluded.placed
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
            WHERE (come.number_sign, come.issuer, come.abstract, come.file_sha256, come.issued_year, come.issued_on)
                IS DISTINCT FROM (gone.number_sign, gone.issuer, gone.abstract, gone.file_sha256,
                    gone.issued_year, gone.issued_on)));
    END IF;
    RETURN NULL;
END $$;

UPDATE basis_paperwords SET placed = basis_placed(i.issued_year, i.issued_on)
FROM basis_instrument i WHERE i.id = paper;

-- A table that speaks of people is held to its title.
CREATE FUNCTION basis_papers_holding(wanted text[]) RETURNS TABLE (paper bigint, placed int)
LANGUAGE sql STABLE AS $$
    SELECT p.paper, p.placed FROM basis_paperwords p WHERE p.words @> wanted
    UNION ALL
    SELECT p.paper, p.placed FROM basis_paperwords p WHERE p.listed @> wanted AND NOT p.words @> wanted
        AND NOT basis_lists_people((SELECT i.file_sha256 FROM basis_instrument i WHERE i.id = p.paper))
$$;

-- Behind row security an index over words would never be used, so this asks it with the owner's eyes
-- and puts the wall round papers, word for word, about what it found. `rank`: the lowest comes first.
DROP FUNCTION basis_papers_with(text[], boolean);
DO $$
DECLARE
    wall text;
BEGIN
    SELECT pg_get_expr(p.polqual, p.polrelid) INTO wall FROM pg_policy p
    WHERE p.polrelid = 'basis_instrument'::regclass AND p.polname = 'reads';
    EXECUTE format(
        'CREATE FUNCTION basis_papers_found(wanted text[], exact text[], number text, until date)
         RETURNS TABLE (paper bigint, rank int, placed int)
         LANGUAGE sql STABLE SECURITY DEFINER ROWS 500 SET search_path = public, pg_temp
         SET enable_seqscan = off AS %L',  -- for a common word it would unpack the words of every paper
        'WITH numbered AS (
            SELECT i.id FROM basis_instrument i WHERE upper(i.number_sign) = upper(number)
        ), marked AS (
            SELECT p.paper FROM basis_papers_holding(exact) p WHERE cardinality(exact) > 0
        ), titled AS (
            SELECT p.paper FROM basis_paperwords p WHERE p.title @> wanted
        )
        SELECT w.paper,
            CASE WHEN w.paper IN (SELECT n.id FROM numbered n) THEN 0 ELSE 4 END
            + CASE WHEN w.paper IN (SELECT m.paper FROM marked m) THEN 0 ELSE 2 END
            + CASE WHEN w.paper IN (SELECT t.paper FROM titled t) THEN 0 ELSE 1 END,
            w.placed
        FROM basis_papers_holding(wanted) w
        WHERE w.placed <= basis_placed(extract(year FROM until)::int, until)
            AND ((SELECT basis_everywhere(''basis.xem_van_ban''))
                OR EXISTS (SELECT FROM basis_instrument WHERE id = w.paper AND (' || wall || ')))');
END $$;
REVOKE ALL ON FUNCTION basis_papers_holding(text[]) FROM PUBLIC;
