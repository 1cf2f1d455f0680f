-- Tìm văn bản: the words of each paper's title and file, and the one way to ask for them.
ALTER TABLE basis_filetext ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
CREATE POLICY keeper ON basis_filetext TO CURRENT_USER USING (true) WITH CHECK (true);
-- Every paper that names a file, whoever asks: one list may hang on two papers.
CREATE FUNCTION basis_papers_naming(digest text) RETURNS SETOF bigint
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
    SELECT id FROM basis_instrument WHERE digest <> '' AND file_sha256 = digest
$$;

CREATE FUNCTION basis_lists_people(digest text) RETURNS boolean
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
    SELECT EXISTS (SELECT FROM basis_paperuse WHERE person IS NOT NULL
        AND paper IN (SELECT basis_papers_naming(digest)))
$$;

-- Read by whoever sees a paper that names the file; a table only where none of its papers speaks of anybody.
CREATE POLICY reads ON basis_filetext FOR SELECT TO thenchot_web USING (
    (EXISTS (SELECT FROM basis_instrument i WHERE i.file_sha256 = basis_filetext.sha256)
        AND NOT (basis_filetext."table" AND basis_lists_people(basis_filetext.sha256)))
    OR (SELECT basis_everywhere((SELECT basis_right()))));
-- Written when a file is kept, before the act that names it; gone by the act that removes the file.
CREATE POLICY writes_insert ON basis_filetext FOR INSERT TO thenchot_web
    WITH CHECK (length(sha256) = 64);
CREATE POLICY writes_delete ON basis_filetext FOR DELETE TO thenchot_web
    USING ((SELECT basis_everywhere((SELECT basis_right()))));
GRANT SELECT, INSERT, DELETE ON basis_filetext TO thenchot_web;

-- Words are narrow rows with wide values: kept aside, so that finding reads few pages.
ALTER TABLE basis_paperwords SET (toast_tuple_target = 128);

-- As `plain/wording.py` cuts them: with their marks, tone marks in one place, and without.
CREATE FUNCTION basis_words(said text) RETURNS text[] LANGUAGE sql IMMUTABLE PARALLEL SAFE
BEGIN ATOMIC
    WITH cut AS (
        SELECT DISTINCT left(regexp_replace(hit[1], '^0+(?=[0-9]+$)', ''), 64) AS word
        FROM regexp_matches(normalize(lower(
            regexp_replace(said, '[\u0001-\u0008\u000e-\u001f\u007f\u00ad\u200b-\u200f\u2060\ufeff]', '', 'g')
            COLLATE "pg_unicode_fast"), NFC),
            '[0-9a-z\u00e0-\u00f6\u00f8-\u024f\u1e00-\u1eff]+', 'g') hit
    ), apart AS (
        SELECT normalize(word, NFD) AS word FROM cut
    ), both_ways AS (
        SELECT normalize(regexp_replace(word,
            '(?<!q)(o(?=[ae])|u(?=y))([aey])([\u0300\u0301\u0303\u0309\u0323])(?![a-z0-9\u0300-\u036f])',
            '\1\3\2', 'g'), NFC) AS word FROM apart
        UNION
        SELECT translate(regexp_replace(word, '[\u0300-\u036f]', '', 'g'), 'đðɖ', 'ddd') FROM apart
    )
    SELECT coalesce(array_agg(word), '{}') FROM both_ways;
END;

CREATE FUNCTION basis_index_papers(papers bigint[]) RETURNS void
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

CREATE FUNCTION basis_papers_changed() RETURNS trigger
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
CREATE TRIGGER words_new AFTER INSERT ON basis_instrument REFERENCING NEW TABLE AS come
    FOR EACH STATEMENT EXECUTE FUNCTION basis_papers_changed();
CREATE TRIGGER words_change AFTER UPDATE ON basis_instrument REFERENCING OLD TABLE AS gone NEW TABLE AS come
    FOR EACH STATEMENT EXECUTE FUNCTION basis_papers_changed();
CREATE TRIGGER words_gone AFTER DELETE ON basis_instrument REFERENCING OLD TABLE AS gone
    FOR EACH STATEMENT EXECUTE FUNCTION basis_papers_changed();

CREATE FUNCTION basis_text_came() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
    PERFORM basis_index_papers(ARRAY(
        SELECT i.id FROM basis_instrument i WHERE i.file_sha256 IN (SELECT sha256 FROM come)));
    RETURN NULL;
END $$;
CREATE TRIGGER words_new AFTER INSERT ON basis_filetext REFERENCING NEW TABLE AS come
    FOR EACH STATEMENT EXECUTE FUNCTION basis_text_came();

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

REVOKE ALL ON FUNCTION basis_index_papers(bigint[]), basis_papers_changed(), basis_text_came() FROM PUBLIC;
SELECT basis_index_papers(ARRAY(SELECT id FROM basis_instrument));
