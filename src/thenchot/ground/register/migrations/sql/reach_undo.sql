DROP TRIGGER reach_gone ON register_succession;
DROP TRIGGER reach_change ON register_succession;
DROP TRIGGER reach_new ON register_succession;
DROP FUNCTION register_successions_changed();
CREATE OR REPLACE FUNCTION register_rewrite_closure(changed bigint[]) RETURNS void
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE
    units bigint[] := ARRAY(
        SELECT unnest(changed) UNION
        SELECT descendant_id FROM register_closure WHERE ancestor_id = ANY (changed));
BEGIN
    DELETE FROM register_closure WHERE descendant_id = ANY (units);
    INSERT INTO register_closure (ancestor_id, descendant_id, depth, effective)
    SELECT ancestor_id, descendant_id, depth, effective FROM register_lines_above(units);
    IF EXISTS (SELECT FROM register_closure
               WHERE descendant_id = ANY (units) AND ancestor_id = descendant_id AND depth > 0) THEN
        RAISE EXCEPTION 'a unit would stand below itself'
            USING ERRCODE = 'check_violation', CONSTRAINT = 'organization_never_below_itself';
    END IF;
END $$;
DROP FUNCTION register_rewrite_reach(bigint[]);
DROP FUNCTION register_reach_of(bigint[]);
DROP VIEW register_legacy;
