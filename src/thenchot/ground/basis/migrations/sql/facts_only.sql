-- Lines of a register (papers that came or went out, units asked) rest on a paper and are no facts: annulling
-- or repealing the paper does not touch them, so they are not counted among what it would undo.
CREATE OR REPLACE FUNCTION basis_facts_of(paper bigint) RETURNS bigint
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE
    source regclass;
    here bigint;
    found bigint := 0;
BEGIN
    FOR source IN
        SELECT t.tgrelid FROM pg_trigger t WHERE t.tgname = 'use_new' AND EXISTS (
            SELECT FROM pg_attribute a
            WHERE a.attrelid = t.tgrelid AND a.attname = 'effective' AND NOT a.attisdropped)
    LOOP
        EXECUTE format('SELECT count(*) FROM %s WHERE basis_id = $1 OR ended_by_id = $1', source)
            INTO here USING paper;
        found := found + here;
    END LOOP;
    RETURN found;
END $$;
