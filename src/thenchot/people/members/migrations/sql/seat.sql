-- Chỗ để đếm: memberships cut at every day on which the member's life or party days change. Every
-- statement that writes memberships, lives or party days rewrites the seats of the people it touched.

CREATE FUNCTION members_seats_of(people bigint[])
RETURNS TABLE (membership_id bigint, person_id bigint, cell_id bigint, from_day date, until_day date,
               status text, sex text, birth_on date, since_on date)
LANGUAGE sql STABLE SET search_path = public, pg_temp SET plan_cache_mode = force_custom_plan AS $$
    WITH held AS (
        SELECT m.id, m.person_id, m.cell_id, m.status, m.effective,
               lower(m.effective) AS first, coalesce(upper(m.effective), 'infinity') AS last
        FROM members_membership m WHERE m.person_id = ANY (people)
    ), changing AS (
        SELECT p.person_id, p.effective FROM register_personspell p WHERE p.person_id = ANY (people)
        UNION ALL
        SELECT d.person_id, d.effective FROM members_partydays d WHERE d.person_id = ANY (people)
    ), cut AS (
        SELECT h.id, h.first AS day FROM held h
        UNION
        SELECT h.id, day FROM held h JOIN changing c ON c.person_id = h.person_id
            CROSS JOIN LATERAL (VALUES (lower(c.effective)), (upper(c.effective))) edge(day)
        WHERE day > h.first AND day < h.last
    ), piece AS (
        SELECT h.*, c.day AS from_day,
               coalesce(lead(c.day) OVER (PARTITION BY h.id ORDER BY c.day), h.last) AS until_day
        FROM cut c JOIN held h ON h.id = c.id
    )
    SELECT w.id, w.person_id, w.cell_id, w.from_day, w.until_day, w.status, p.sex, p.birth_on,
           CASE WHEN d.official_on IS NULL THEN d.joined_on ELSE d.admitted_on END
    FROM piece w
    LEFT JOIN register_personspell p ON p.person_id = w.person_id AND p.effective @> w.from_day
    LEFT JOIN members_partydays d ON d.person_id = w.person_id AND d.effective @> w.from_day
$$;

CREATE FUNCTION members_rewrite_seats(people bigint[]) RETURNS void
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
    IF NOT EXISTS (SELECT FROM members_membership m WHERE m.person_id = ANY (people))
       AND NOT EXISTS (SELECT FROM members_seat s WHERE s.person_id = ANY (people)) THEN
        RETURN;  -- people who are no members yet
    END IF;
    DELETE FROM members_seat s WHERE s.person_id = ANY (people);
    INSERT INTO members_seat
        (membership_id, person_id, cell_id, from_day, until_day, status, sex, birth_on, since_on)
    SELECT * FROM members_seats_of(people);
END $$;

CREATE FUNCTION members_seats_changed() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
    IF TG_OP = 'INSERT' THEN
        PERFORM members_rewrite_seats(ARRAY(SELECT DISTINCT person_id FROM come));
    ELSIF TG_OP = 'DELETE' THEN
        PERFORM members_rewrite_seats(ARRAY(SELECT DISTINCT person_id FROM gone));
    ELSE
        PERFORM members_rewrite_seats(ARRAY(SELECT person_id FROM come UNION SELECT person_id FROM gone));
    END IF;
    RETURN NULL;
END $$;

CREATE TRIGGER seat_new AFTER INSERT ON members_membership REFERENCING NEW TABLE AS come
    FOR EACH STATEMENT EXECUTE FUNCTION members_seats_changed();
CREATE TRIGGER seat_change AFTER UPDATE ON members_membership REFERENCING OLD TABLE AS gone NEW TABLE AS come
    FOR EACH STATEMENT EXECUTE FUNCTION members_seats_changed();
CREATE TRIGGER seat_gone AFTER DELETE ON members_membership REFERENCING OLD TABLE AS gone
    FOR EACH STATEMENT EXECUTE FUNCTION members_seats_changed();
CREATE TRIGGER seat_new AFTER INSERT ON members_partydays REFERENCING NEW TABLE AS come
    FOR EACH STATEMENT EXECUTE FUNCTION members_seats_changed();
CREATE TRIGGER seat_change AFTER UPDATE ON members_partydays REFERENCING OLD TABLE AS gone NEW TABLE AS come
    FOR EACH STATEMENT EXECUTE FUNCTION members_seats_changed();
CREATE TRIGGER seat_gone AFTER DELETE ON members_partydays REFERENCING OLD TABLE AS gone
    FOR EACH STATEMENT EXECUTE FUNCTION members_seats_changed();
CREATE TRIGGER seat_new AFTER INSERT ON register_personspell REFERENCING NEW TABLE AS come
    FOR EACH STATEMENT EXECUTE FUNCTION members_seats_changed();
CREATE TRIGGER seat_change AFTER UPDATE ON register_personspell REFERENCING OLD TABLE AS gone NEW TABLE AS come
    FOR EACH STATEMENT EXECUTE FUNCTION members_seats_changed();
CREATE TRIGGER seat_gone AFTER DELETE ON register_personspell REFERENCING OLD TABLE AS gone
    FOR EACH STATEMENT EXECUTE FUNCTION members_seats_changed();

REVOKE ALL ON FUNCTION members_rewrite_seats(bigint[]), members_seats_changed() FROM PUBLIC;
SELECT members_rewrite_seats(ARRAY(SELECT DISTINCT person_id FROM members_membership));
