-- Gắn bó: which units a person has to do with, as the wall round people asks (`basis_tie`).
CREATE VIEW members_fresh_tie AS
    SELECT 'sinh_hoat' AS source, m.id AS key, m.person_id AS person, m.cell_id AS unit,
           lower(m.effective) AS from_day, coalesce(upper(m.effective), 'infinity') AS until_day
    FROM members_membership m;

CREATE FUNCTION members_rewrite_ties(people bigint[]) RETURNS void
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
    DELETE FROM basis_tie WHERE person = ANY (people) AND source IN ('sinh_hoat');
    INSERT INTO basis_tie (source, key, person, unit, from_day, until_day, sight_until)
    SELECT source, key, person, unit, from_day, until_day, 'infinity' FROM members_fresh_tie
    WHERE person = ANY (people);
    PERFORM basis_extend_ties(people);
END $$;

CREATE FUNCTION members_ties_changed() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE
    of_rows text := 'SELECT x.person_id FROM %1$s x';
    people bigint[];
BEGIN
    EXECUTE 'SELECT array_agg(DISTINCT u) FROM (' || CASE TG_OP
        WHEN 'INSERT' THEN format(of_rows, 'come')
        WHEN 'DELETE' THEN format(of_rows, 'gone')
        ELSE format(of_rows, 'come') || ' UNION ' || format(of_rows, 'gone') END || ') found (u)' INTO people;
    IF people IS NOT NULL THEN
        PERFORM members_rewrite_ties(people);
    END IF;
    RETURN NULL;
END $$;
CREATE TRIGGER tie_new AFTER INSERT ON members_membership REFERENCING NEW TABLE AS come
    FOR EACH STATEMENT EXECUTE FUNCTION members_ties_changed('person_id');
CREATE TRIGGER tie_change AFTER UPDATE ON members_membership REFERENCING OLD TABLE AS gone NEW TABLE AS come
    FOR EACH STATEMENT EXECUTE FUNCTION members_ties_changed('person_id');
CREATE TRIGGER tie_gone AFTER DELETE ON members_membership REFERENCING OLD TABLE AS gone
    FOR EACH STATEMENT EXECUTE FUNCTION members_ties_changed('person_id');

REVOKE ALL ON FUNCTION members_rewrite_ties(bigint[]), members_ties_changed() FROM PUBLIC;
SELECT members_rewrite_ties(ARRAY(SELECT DISTINCT person_id FROM members_membership));
