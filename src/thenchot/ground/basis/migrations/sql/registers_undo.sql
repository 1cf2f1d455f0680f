CREATE OR REPLACE FUNCTION basis_note_use() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE
    uses text[] := '{}';
    unit text;
BEGIN
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
         SELECT DISTINCT paper, code, unit, person FROM come
         CROSS JOIN LATERAL (%s) used (code, unit, person)
         CROSS JOIN LATERAL (VALUES (come.basis_id), (come.ended_by_id)) papers (paper)
         WHERE paper IS NOT NULL AND (num_nonnulls(unit, person) = 1 OR code = ''moi_nguoi'')
         ON CONFLICT DO NOTHING', array_to_string(uses, ' UNION ALL '));
    RETURN NULL;
END $$;

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
        SELECT t.tgrelid FROM pg_trigger t WHERE t.tgname = 'use_new' AND t.tgrelid <> 'basis_instrument'::regclass
    LOOP
        EXECUTE format('SELECT count(*) FROM %s WHERE basis_id = $1 OR ended_by_id = $1', source)
            INTO here USING paper;
        found := found + here;
    END LOOP;
    RETURN found;
END $$;
