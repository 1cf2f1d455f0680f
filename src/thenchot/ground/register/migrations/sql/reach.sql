-- Tầm quản lý: the closure, carried on beyond the days of units that ended or have not begun.

-- Who answers for a unit on days it does not exist: (unit, by whom, from, until).
CREATE VIEW register_legacy AS
    WITH life AS (
        SELECT organization_id AS unit, min(lower(effective)) AS begun,
               CASE WHEN bool_or(upper_inf(effective)) THEN NULL ELSE max(upper(effective)) END AS ended
        FROM register_organizationspell GROUP BY 1
    )
    SELECT l.unit, s.successor_id AS heir, daterange(greatest(l.ended, lower(s.effective)), 'infinity') AS days
    FROM life l JOIN register_succession s ON s.predecessor_id = l.unit WHERE l.ended IS NOT NULL
    UNION ALL
    SELECT l.unit, last.parent_id, daterange(l.ended, 'infinity')
    FROM life l JOIN register_organizationspell last
      ON last.organization_id = l.unit AND upper(last.effective) = l.ended
    WHERE last.parent_id IS NOT NULL
      AND NOT EXISTS (SELECT FROM register_succession s WHERE s.predecessor_id = l.unit)
    UNION ALL
    SELECT l.unit, first.parent_id, daterange('-infinity', l.begun)
    FROM life l JOIN register_organizationspell first
      ON first.organization_id = l.unit AND lower(first.effective) = l.begun
    WHERE first.parent_id IS NOT NULL;

CREATE FUNCTION register_reach_of(units bigint[])
RETURNS TABLE (ancestor_id bigint, descendant_id bigint, days daterange)
LANGUAGE sql STABLE SET search_path = public, pg_temp AS $$
    WITH RECURSIVE standing (unit, at, days, steps) AS (
        SELECT u, u, daterange('-infinity', 'infinity'), 0 FROM unnest(units) u
        UNION ALL
        SELECT s.unit, l.heir, s.days * l.days, s.steps + 1
        FROM standing s JOIN register_legacy l ON l.unit = s.at AND l.days && s.days
        WHERE s.steps < 40
    )
    SELECT c.ancestor_id, s.unit, unnest(range_agg(s.days * c.effective))
    FROM standing s JOIN register_closure c ON c.descendant_id = s.at AND c.effective && s.days
    GROUP BY 1, 2
$$;

-- The units touched and all whose legacy runs through them.
CREATE FUNCTION register_rewrite_reach(changed bigint[]) RETURNS void
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE
    units bigint[];
BEGIN
    WITH RECURSIVE touched (unit) AS (
        SELECT unnest(changed) UNION SELECT l.unit FROM touched t JOIN register_legacy l ON l.heir = t.unit
    ) SELECT array_agg(unit) INTO units FROM touched;
    DELETE FROM register_reach WHERE descendant_id = ANY (units);
    INSERT INTO register_reach (ancestor_id, descendant_id, from_day, until_day)
    SELECT ancestor_id, descendant_id, coalesce(lower(days), '-infinity'), coalesce(upper(days), 'infinity')
    FROM register_reach_of(units);
END $$;

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
    PERFORM register_rewrite_reach(units);
END $$;

CREATE FUNCTION register_successions_changed() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
    IF TG_OP = 'DELETE' THEN
        PERFORM register_rewrite_reach(ARRAY(SELECT predecessor_id FROM gone));
    ELSIF TG_OP = 'INSERT' THEN
        PERFORM register_rewrite_reach(ARRAY(SELECT predecessor_id FROM come));
    ELSE
        PERFORM register_rewrite_reach(ARRAY(
            SELECT predecessor_id FROM come UNION SELECT predecessor_id FROM gone));
    END IF;
    RETURN NULL;
END $$;
CREATE TRIGGER reach_new AFTER INSERT ON register_succession REFERENCING NEW TABLE AS come
    FOR EACH STATEMENT EXECUTE FUNCTION register_successions_changed();
CREATE TRIGGER reach_change AFTER UPDATE ON register_succession
    REFERENCING OLD TABLE AS gone NEW TABLE AS come
    FOR EACH STATEMENT EXECUTE FUNCTION register_successions_changed();
CREATE TRIGGER reach_gone AFTER DELETE ON register_succession REFERENCING OLD TABLE AS gone
    FOR EACH STATEMENT EXECUTE FUNCTION register_successions_changed();

REVOKE ALL ON FUNCTION register_rewrite_reach(bigint[]), register_successions_changed() FROM PUBLIC;
SELECT register_rewrite_reach(ARRAY(SELECT DISTINCT organization_id FROM register_organizationspell));
