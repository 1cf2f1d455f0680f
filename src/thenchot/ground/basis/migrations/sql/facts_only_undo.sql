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
