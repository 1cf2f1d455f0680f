-- Cây qua thời gian: who stands above whom on which days, kept by the edges themselves. Every
-- statement that writes organization spells rewrites the lines of the units it touched and of all
-- units that stood below them on any day.

-- The lines of some units, counted upward from their spells; days that meet become one line.
CREATE FUNCTION register_lines_above(units bigint[])
RETURNS TABLE (ancestor_id bigint, descendant_id bigint, depth integer, effective daterange)
LANGUAGE sql STABLE SET search_path = public, pg_temp AS $$
    WITH RECURSIVE above (descendant, ancestor, depth, days) AS (
        SELECT s.organization_id, s.organization_id, 0, s.effective
        FROM register_organizationspell s WHERE s.organization_id = ANY (units)
        UNION ALL
        SELECT a.descendant, s.parent_id, a.depth + 1, a.days * s.effective
        FROM above a JOIN register_organizationspell s
          ON s.organization_id = a.ancestor AND s.effective && a.days
        WHERE s.parent_id IS NOT NULL AND a.depth < 40  -- a circle is refused by the acts
    )
    SELECT ancestor, descendant, depth, unnest(range_agg(days)) FROM above GROUP BY 1, 2, 3
$$;

CREATE FUNCTION register_rewrite_closure(changed bigint[]) RETURNS void
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

CREATE FUNCTION register_edges_changed() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
    IF TG_OP = 'INSERT' THEN
        PERFORM register_rewrite_closure(ARRAY(SELECT DISTINCT organization_id FROM come));
    ELSIF TG_OP = 'DELETE' THEN
        PERFORM register_rewrite_closure(ARRAY(SELECT DISTINCT organization_id FROM gone));
    ELSE
        PERFORM register_rewrite_closure(ARRAY(
            SELECT organization_id FROM come UNION SELECT organization_id FROM gone));
    END IF;
    RETURN NULL;
END $$;

CREATE TRIGGER closure_new AFTER INSERT ON register_organizationspell REFERENCING NEW TABLE AS come
    FOR EACH STATEMENT EXECUTE FUNCTION register_edges_changed();
CREATE TRIGGER closure_change AFTER UPDATE ON register_organizationspell
    REFERENCING OLD TABLE AS gone NEW TABLE AS come
    FOR EACH STATEMENT EXECUTE FUNCTION register_edges_changed();
CREATE TRIGGER closure_gone AFTER DELETE ON register_organizationspell REFERENCING OLD TABLE AS gone
    FOR EACH STATEMENT EXECUTE FUNCTION register_edges_changed();

REVOKE ALL ON FUNCTION register_rewrite_closure(bigint[]), register_edges_changed() FROM PUBLIC;
SELECT register_rewrite_closure(ARRAY(SELECT DISTINCT organization_id FROM register_organizationspell));
