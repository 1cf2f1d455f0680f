-- What rests on a paper: facts, which a paper may also end, and lines of registers, which it need not.
CREATE OR REPLACE FUNCTION basis_note_use() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE
    uses text[] := '{}';
    unit text;
    papers text := '(come.basis_id)';
BEGIN
    IF EXISTS (SELECT FROM pg_attribute WHERE attrelid = TG_RELID AND attname = 'ended_by_id') THEN
        papers := papers || ', (come.ended_by_id)';
    END IF;
    IF TG_ARGV[2] <> '' THEN
        uses := uses || format('SELECT %L, NULL::bigint, come.%I', TG_ARGV[1], TG_ARGV[2]);
    END IF;
    FOREACH unit IN ARRAY TG_ARGV[3:] LOOP
        uses := uses || format('SELECT %s, come.%I, NULL::bigint', TG_ARGV[0], unit);
    END LOOP;
    IF TG_ARGV[0] = '' THEN
        uses := uses || 'SELECT ''moi_nguoi'', NULL::bigint, NULL::bigint'::text;
    END IF;
    EXECUTE format(
        'INSERT INTO basis_paperuse (paper, code, unit, person)
         SELECT DISTINCT papers.paper, used.code, used.unit, used.person FROM come
         CROSS JOIN LATERAL (%s) used (code, unit, person)
         CROSS JOIN LATERAL (VALUES %s) papers (paper)
         WHERE papers.paper IS NOT NULL
           AND (num_nonnulls(used.unit, used.person) = 1 OR used.code = ''moi_nguoi'')
         ON CONFLICT DO NOTHING', array_to_string(uses, ' UNION ALL '), papers);
    RETURN NULL;
END $$;

-- Lines of registers rest on papers too but are no facts: annulling the paper leaves them standing.
-- How many live facts rest on a paper or were ended by it, whoever asks: an act that finds fewer does
-- not see all it would undo.
CREATE OR REPLACE FUNCTION basis_facts_of(paper bigint) RETURNS bigint
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE
    source regclass;
    here bigint;
    found bigint := 0;
BEGIN
    FOR source IN
        SELECT t.tgrelid FROM pg_trigger t JOIN pg_attribute a ON a.attrelid = t.tgrelid
        WHERE t.tgname = 'use_new' AND a.attname = 'effective'
    LOOP
        EXECUTE format('SELECT count(*) FROM %s WHERE basis_id = $1 OR ended_by_id = $1', source)
            INTO here USING paper;
        found := found + here;
    END LOOP;
    RETURN found;
END $$;
