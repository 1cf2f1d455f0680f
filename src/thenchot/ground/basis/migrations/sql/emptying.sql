-- Gỡ khẩn cấp: words of a paper that must not stand here leave live rows, former rows and lines of the journal.
-- What stands for ever may be emptied, never deleted, and only by the one function below.
CREATE OR REPLACE FUNCTION basis_stands() RETURNS trigger
LANGUAGE plpgsql SET search_path = public, pg_temp AS $$
BEGIN
    IF TG_OP = 'UPDATE' AND TG_TABLE_NAME <> 'basis_journalchange' AND current_user <> 'thenchot_web'
        AND current_setting('thenchot.emptying', true) = 'on' THEN
        RETURN NEW;
    END IF;
    RAISE EXCEPTION '% of % is append-only', TG_OP, TG_TABLE_NAME USING ERRCODE = 'TC005';
END $$;

-- The removal that is open, by whoever may register papers in the whole office; nothing else finds or empties words.
CREATE FUNCTION basis_removing() RETURNS text
LANGUAGE plpgsql STABLE SET search_path = public, pg_temp AS $$
DECLARE
    removal text;
BEGIN
    SELECT act INTO removal FROM basis_journalentry
    WHERE id = basis_open_entry() AND act IN ('remove_paper', 'remove_draft');
    IF removal IS NULL OR NOT coalesce(basis_everywhere('basis.ghi_van_ban'), false) THEN
        RAISE EXCEPTION 'words are emptied by a removal of the whole office' USING ERRCODE = '42501';
    END IF;
    RETURN removal;
END $$;
REVOKE ALL ON FUNCTION basis_removing() FROM PUBLIC;

-- Papers that go with the one asked for, and itself; an area above may say more (drafting: one draft, many numbers).
CREATE FUNCTION basis_removed_with(asked bigint) RETURNS SETOF bigint
LANGUAGE sql STABLE SET search_path = public, pg_temp AS $$ SELECT asked $$;
REVOKE ALL ON FUNCTION basis_removed_with(bigint) FROM PUBLIC;

-- Digests of the files that rows to be emptied name, live or former.
CREATE FUNCTION basis_files_to_empty(asked bigint) RETURNS text[]
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE
    removal text := basis_removing();
    told record;
    digests text[];
    found text[] := '{}';
BEGIN
    FOR told IN
        WITH read AS MATERIALIZED (
            SELECT oid::regproc AS finds, obj_description(oid, 'pg_proc')::jsonb AS said FROM pg_proc
            WHERE pronamespace = 'public'::regnamespace AND starts_with(proname, 'basis_emptied_by_')
        )
        SELECT finds, said ->> 'table' AS source FROM read
        JOIN information_schema.columns c ON c.table_name = said ->> 'table' AND c.column_name = 'file_sha256'
        WHERE said ->> 'act' = removal
    LOOP
        EXECUTE format(
            'WITH rows AS (SELECT f.id FROM %1$s($1) f (id))
             SELECT array_agg(DISTINCT file_sha256) FROM (
                 SELECT file_sha256 FROM %2$I WHERE id IN (SELECT id FROM rows)
                 UNION SELECT file_sha256 FROM %3$I WHERE id IN (SELECT id FROM rows)) every
             WHERE file_sha256 <> ''''', told.finds, told.source, told.source || '_history')
        INTO digests USING asked;
        found := found || coalesce(digests, '{}');
    END LOOP;
    RETURN ARRAY(SELECT DISTINCT d FROM unnest(found) d);
END $$;
REVOKE ALL ON FUNCTION basis_files_to_empty(bigint) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION basis_files_to_empty(bigint) TO thenchot_web;

-- Empties all that was said of in the name of the open act (`operations/emptying.py`): which rows and columns, each
-- area has said in a function of its own. Every former row and line it empties is noted with its new digest (operation
-- E), so that the journal says what was emptied and by which act, and nothing else can be. One phrase stands in place
-- of the words, never what a caller says. Lines: those of the acts that wrote these rows, where they repeat such words;
-- reasons of theirs whole. Returned: digests of the files that forms and lists not sent yet named.
CREATE FUNCTION basis_empty(asked bigint) RETURNS text[]
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp
SET timezone = 'UTC' SET datestyle = 'ISO, YMD' AS $$
DECLARE
    said CONSTANT text := 'đã gỡ khẩn cấp';
    removal text := basis_removing();
    opened uuid := basis_open_entry();
    told record;
    line basis_journalentry;
    was basis_journalentry;
    keys bigint[];
    found text[];
    words text[] := '{}';
    written uuid[] := '{}';
    word text;
    put text;
    full_still text;
    unsent text[] := '{}';
BEGIN
    PERFORM set_config('thenchot.emptying', 'on', true);
    FOR told IN
        WITH declared AS MATERIALIZED (
            SELECT oid, proname, obj_description(oid, 'pg_proc') AS said FROM pg_proc
            WHERE pronamespace = 'public'::regnamespace AND starts_with(proname, 'basis_emptied_by_')
        ), read AS MATERIALIZED (
            SELECT oid::regproc AS finds, proname, d.said::jsonb AS said FROM declared d
        )
        SELECT finds, r.said ->> 'table' AS source, (r.said ->> 'apart')::boolean AS apart,
            (r.said ->> 'whole')::boolean AS whole,
            ARRAY(SELECT jsonb_array_elements_text(r.said -> 'columns')) AS columns
        FROM read r WHERE r.said ->> 'act' = removal
        ORDER BY proname
    LOOP
        EXECUTE format('SELECT array_agg(DISTINCT f.id) FROM %s($1) f (id)', told.finds) INTO keys USING asked;
        CONTINUE WHEN keys IS NULL;
        IF told.whole THEN  -- typed and not sent
            SELECT string_agg(format('%I::text', attname), ' || ') INTO put FROM pg_attribute
            WHERE attrelid = told.source::regclass AND atttypid = 'jsonb'::regtype;
            EXECUTE format(
                'WITH gone AS (DELETE FROM %I WHERE id = ANY ($1) RETURNING %s AS said)
                 SELECT array_agg(DISTINCT m[1]) FROM gone, regexp_matches(said, ''\y[0-9a-f]{64}\y'', ''g'') m',
                told.source, put) INTO found USING keys;
            unsent := unsent || coalesce(found, '{}');
            CONTINUE;
        END IF;
        written := written || ARRAY(
            SELECT DISTINCT entry FROM basis_journalchange WHERE table_name = told.source AND key = ANY (keys));
        CONTINUE WHEN told.columns = '{}';  -- it says nothing itself; lines of the acts that wrote it do
        FOREACH word IN ARRAY told.columns LOOP
            EXECUTE format(
                'SELECT array_agg(v) FROM (SELECT %1$I AS v FROM %2$I WHERE id = ANY ($1)
                 UNION SELECT %1$I FROM %3$I WHERE id = ANY ($1)) every WHERE length(v) > 2',
                word, told.source, told.source || '_history') INTO found USING keys;
            words := words || coalesce(found, '{}');
        END LOOP;
        SELECT string_agg(format('%1$I = CASE WHEN %1$I <> '''' THEN $3%2$s ELSE %1$I END', c, own), ', '),
            string_agg(format('(%1$I <> '''' AND %1$I <> $3%2$s)', c, own), ' OR ')
        INTO put, full_still
        FROM unnest(told.columns) c, (SELECT CASE WHEN told.apart THEN ' || '' ('' || id || '')''' ELSE '' END) a (own);
        EXECUTE format('UPDATE %I SET entry = $2, %s WHERE id = ANY ($1) AND (%s)', told.source, put, full_still)
            USING keys, opened, said;
        EXECUTE format(
            'WITH emptied AS (UPDATE %1$I SET %2$s WHERE id = ANY ($1) AND (%3$s) RETURNING *)
             INSERT INTO basis_journalchange (entry, table_name, key, operation, digest)
             SELECT $2, %1$L, history_id, ''E'', basis_row_digest(
                 to_jsonb(emptied) - ''{history_id,superseded_by,superseded_how}''::text[])
             FROM emptied ORDER BY history_id',
            told.source || '_history', put, full_still) USING keys, opened, said;
    END LOOP;
    words := ARRAY(SELECT DISTINCT w FROM unnest(words) w WHERE w !~ ('^' || said || '( \([0-9]+\))?$'));
    words := ARRAY(SELECT w FROM unnest(words) w ORDER BY length(w) DESC, w);
    FOR line IN
        SELECT * FROM basis_journalentry WHERE id = ANY (written) AND seq IS NOT NULL ORDER BY seq
    LOOP
        was := line;
        FOREACH word IN ARRAY words LOOP
            line.sentence := replace(line.sentence, word, said);
        END LOOP;
        IF line.reason <> '' THEN
            line.reason := said;
        END IF;
        CONTINUE WHEN (line.sentence, line.reason) IS NOT DISTINCT FROM (was.sentence, was.reason);
        UPDATE basis_journalentry SET sentence = line.sentence, reason = line.reason WHERE id = line.id;
        INSERT INTO basis_journalchange (entry, table_name, key, operation, digest)
        VALUES (opened, 'basis_journalentry', line.seq, 'E', sha256(convert_to(basis_line_text(line), 'UTF8')));
    END LOOP;
    PERFORM set_config('thenchot.emptying', '', true);
    RETURN unsent;
END $$;
REVOKE ALL ON FUNCTION basis_empty(bigint) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION basis_empty(bigint) TO thenchot_web;

-- Of these files those that no row names, live or former, whoever may see it; their text leaves with them.
CREATE FUNCTION basis_forget_unnamed(digests text[]) RETURNS text[]
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE
    source name;
    named text[];
BEGIN
    FOR source IN
        SELECT relname FROM pg_class JOIN pg_attribute ON attrelid = pg_class.oid
        WHERE relnamespace = 'public'::regnamespace AND relkind = 'r' AND attname = 'file_sha256'
    LOOP
        EXECUTE format('SELECT array_agg(file_sha256) FROM %I WHERE file_sha256 = ANY ($1)', source)
        INTO named USING digests;
        digests := ARRAY(SELECT d FROM unnest(digests) d WHERE d <> ALL (coalesce(named, '{}')));
    END LOOP;
    DELETE FROM basis_filetext WHERE sha256 = ANY (digests);
    RETURN digests;
END $$;
REVOKE ALL ON FUNCTION basis_forget_unnamed(text[]) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION basis_forget_unnamed(text[]) TO thenchot_web;
