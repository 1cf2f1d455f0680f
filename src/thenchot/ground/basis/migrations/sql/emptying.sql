-- Gỡ khẩn cấp: words of a paper that must not stand here leave live rows, former rows and lines of the journal.
-- What stands for ever may be emptied, never deleted, and only by the one function below.
CREATE OR REPLACE FUNCTION basis_stands() RETURNS trigger
LANGUAGE plpgsql SET search_path = public, pg_temp AS $$
BEGIN
    IF TG_OP = 'UPDATE' AND TG_TABLE_NAME <> 'basis_journalchange'
        AND current_setting('thenchot.emptying', true) = 'on' THEN
        RETURN NEW;
    END IF;
    RAISE EXCEPTION '% of % is append-only', TG_OP, TG_TABLE_NAME USING ERRCODE = 'TC005';
END $$;

-- Digests of the files that rows to be emptied name, live or former.
CREATE FUNCTION basis_files_to_empty(asked bigint) RETURNS text[]
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE
    opened uuid := basis_open_entry();
    told record;
    digests text[];
    found text[] := '{}';
BEGIN
    IF opened IS NULL OR NOT coalesce(basis_everywhere(basis_right()), false) THEN
        RAISE EXCEPTION 'files are found by an act of the whole office' USING ERRCODE = '42501';
    END IF;
    FOR told IN
        WITH read AS MATERIALIZED (
            SELECT oid::regproc AS finds, obj_description(oid, 'pg_proc')::jsonb AS said FROM pg_proc
            WHERE pronamespace = 'public'::regnamespace AND starts_with(proname, 'basis_emptied_by_')
        )
        SELECT finds, said ->> 'table' AS source FROM read
        JOIN information_schema.columns c ON c.table_name = said ->> 'table' AND c.column_name = 'file_sha256'
        WHERE said ->> 'act' = (SELECT act FROM basis_journalentry WHERE id = opened)
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
-- E), so that the journal says what was emptied and by which act, and nothing else can be. `said` stands in place of
-- the words. Lines: those of the acts that wrote these rows, where they repeat such words; reasons of theirs whole.
CREATE FUNCTION basis_empty(asked bigint, said text) RETURNS void
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp
SET timezone = 'UTC' SET datestyle = 'ISO, YMD' AS $$
DECLARE
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
BEGIN
    IF opened IS NULL OR NOT coalesce(basis_everywhere(basis_right()), false) THEN
        RAISE EXCEPTION 'words are emptied by an act of the whole office' USING ERRCODE = '42501';
    END IF;
    PERFORM set_config('thenchot.emptying', 'on', true);
    FOR told IN
        WITH declared AS MATERIALIZED (
            SELECT oid, proname, obj_description(oid, 'pg_proc') AS said FROM pg_proc
            WHERE pronamespace = 'public'::regnamespace AND starts_with(proname, 'basis_emptied_by_')
        ), read AS MATERIALIZED (
            SELECT oid::regproc AS finds, proname, d.said::jsonb AS said FROM declared d
        )
        SELECT finds, r.said ->> 'table' AS source, (r.said ->> 'apart')::boolean AS apart,
            ARRAY(SELECT jsonb_array_elements_text(r.said -> 'columns')) AS columns
        FROM read r WHERE r.said ->> 'act' = (SELECT act FROM basis_journalentry WHERE id = opened)
        ORDER BY proname
    LOOP
        EXECUTE format('SELECT array_agg(DISTINCT f.id) FROM %s($1) f (id)', told.finds) INTO keys USING asked;
        CONTINUE WHEN keys IS NULL;
        IF told.columns = '{}' THEN  -- typed and not sent: it goes whole
            EXECUTE format('DELETE FROM %I WHERE id = ANY ($1)', told.source) USING keys;
            CONTINUE;
        END IF;
        FOREACH word IN ARRAY told.columns LOOP
            EXECUTE format(
                'SELECT array_agg(v) FROM (SELECT %1$I AS v FROM %2$I WHERE id = ANY ($1)
                 UNION SELECT %1$I FROM %3$I WHERE id = ANY ($1)) every WHERE length(v) > 2',
                word, told.source, told.source || '_history') INTO found USING keys;
            words := words || coalesce(found, '{}');
        END LOOP;
        written := written || ARRAY(
            SELECT DISTINCT entry FROM basis_journalchange WHERE table_name = told.source AND key = ANY (keys));
        SELECT string_agg(format('%1$I = CASE WHEN %1$I <> '''' THEN $3%2$s ELSE %1$I END',
                c, CASE WHEN told.apart THEN ' || '' ('' || id || '')''' ELSE '' END), ', '),
            string_agg(format('(%1$I <> '''' AND NOT starts_with(%1$I, $3))', c), ' OR ')
        INTO put, full_still FROM unnest(told.columns) c;
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
    words := ARRAY(SELECT DISTINCT w FROM unnest(words) w WHERE NOT starts_with(w, said));
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
END $$;
REVOKE ALL ON FUNCTION basis_empty(bigint, text) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION basis_empty(bigint, text) TO thenchot_web;
