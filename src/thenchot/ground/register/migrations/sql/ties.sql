-- Gắn bó: which units a person has to do with, as the wall round people asks (`basis_tie`).
CREATE VIEW register_fresh_tie AS
    SELECT 'chuc_vu' AS source, p.id AS key, p.person_id AS person, s.organization_id AS unit,
           lower(p.effective) AS from_day, coalesce(upper(p.effective), 'infinity') AS until_day
    FROM register_posting p
    JOIN (SELECT DISTINCT post_id, organization_id FROM register_postspell) s ON s.post_id = p.post_id
    UNION ALL
    SELECT 'cong_tac', e.id, e.person_id, e.organization_id, lower(e.effective),
           coalesce(upper(e.effective), 'infinity')
    FROM register_employment e
    UNION ALL
    SELECT 'ho_so', p.id, p.id, p.kept_by_id, '-infinity', 'infinity'
    FROM register_person p WHERE p.kept_by_id IS NOT NULL;

CREATE FUNCTION register_rewrite_ties(people bigint[]) RETURNS void
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
    DELETE FROM basis_tie WHERE person = ANY (people) AND source IN ('chuc_vu', 'cong_tac', 'ho_so');
    INSERT INTO basis_tie (source, key, person, unit, from_day, until_day, sight_until)
    SELECT source, key, person, unit, from_day, until_day, 'infinity' FROM register_fresh_tie
    WHERE person = ANY (people);
    PERFORM basis_extend_ties(people);
END $$;

CREATE FUNCTION register_ties_changed() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE
    of_rows text := CASE WHEN TG_ARGV[0] = 'post_id'
        THEN 'SELECT p.person_id FROM register_posting p JOIN %1$s x ON x.post_id = p.post_id'
        ELSE 'SELECT x.' || TG_ARGV[0] || ' FROM %1$s x' END;
    people bigint[];
BEGIN
    EXECUTE 'SELECT array_agg(DISTINCT u) FROM (' || CASE TG_OP
        WHEN 'INSERT' THEN format(of_rows, 'come')
        WHEN 'DELETE' THEN format(of_rows, 'gone')
        ELSE format(of_rows, 'come') || ' UNION ' || format(of_rows, 'gone') END || ') found (u)' INTO people;
    IF people IS NOT NULL THEN
        PERFORM register_rewrite_ties(people);
    END IF;
    RETURN NULL;
END $$;
CREATE TRIGGER tie_new AFTER INSERT ON register_posting REFERENCING NEW TABLE AS come
    FOR EACH STATEMENT EXECUTE FUNCTION register_ties_changed('person_id');
CREATE TRIGGER tie_change AFTER UPDATE ON register_posting REFERENCING OLD TABLE AS gone NEW TABLE AS come
    FOR EACH STATEMENT EXECUTE FUNCTION register_ties_changed('person_id');
CREATE TRIGGER tie_gone AFTER DELETE ON register_posting REFERENCING OLD TABLE AS gone
    FOR EACH STATEMENT EXECUTE FUNCTION register_ties_changed('person_id');
CREATE TRIGGER tie_new AFTER INSERT ON register_employment REFERENCING NEW TABLE AS come
    FOR EACH STATEMENT EXECUTE FUNCTION register_ties_changed('person_id');
CREATE TRIGGER tie_change AFTER UPDATE ON register_employment REFERENCING OLD TABLE AS gone NEW TABLE AS come
    FOR EACH STATEMENT EXECUTE FUNCTION register_ties_changed('person_id');
CREATE TRIGGER tie_gone AFTER DELETE ON register_employment REFERENCING OLD TABLE AS gone
    FOR EACH STATEMENT EXECUTE FUNCTION register_ties_changed('person_id');
CREATE TRIGGER tie_new AFTER INSERT ON register_person REFERENCING NEW TABLE AS come
    FOR EACH STATEMENT EXECUTE FUNCTION register_ties_changed('id');
CREATE TRIGGER tie_change AFTER UPDATE ON register_person REFERENCING OLD TABLE AS gone NEW TABLE AS come
    FOR EACH STATEMENT EXECUTE FUNCTION register_ties_changed('id');
CREATE TRIGGER tie_gone AFTER DELETE ON register_person REFERENCING OLD TABLE AS gone
    FOR EACH STATEMENT EXECUTE FUNCTION register_ties_changed('id');
CREATE TRIGGER tie_new AFTER INSERT ON register_postspell REFERENCING NEW TABLE AS come
    FOR EACH STATEMENT EXECUTE FUNCTION register_ties_changed('post_id');
CREATE TRIGGER tie_change AFTER UPDATE ON register_postspell REFERENCING OLD TABLE AS gone NEW TABLE AS come
    FOR EACH STATEMENT EXECUTE FUNCTION register_ties_changed('post_id');
CREATE TRIGGER tie_gone AFTER DELETE ON register_postspell REFERENCING OLD TABLE AS gone
    FOR EACH STATEMENT EXECUTE FUNCTION register_ties_changed('post_id');

REVOKE ALL ON FUNCTION register_rewrite_ties(bigint[]), register_ties_changed() FROM PUBLIC;
SELECT register_rewrite_ties(ARRAY(SELECT id FROM register_person));
