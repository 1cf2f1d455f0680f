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
END $$;
