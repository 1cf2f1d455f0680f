-- Tầm nhìn: what row policies ask. `scoped` sets actor, office day and, for an act, its right, each
-- for one transaction. The functions run with the caller's rights over technical tables.

CREATE FUNCTION basis_asking() RETURNS text LANGUAGE sql STABLE
RETURN nullif(current_setting('thenchot.actor', true), '');

-- The account that signed in: "7", or "7>12" where 7 types for 12.
CREATE FUNCTION basis_account() RETURNS bigint LANGUAGE sql STABLE
RETURN substring(current_setting('thenchot.actor', true) FROM '^[0-9]+')::bigint;

CREATE FUNCTION basis_day() RETURNS date LANGUAGE sql STABLE
RETURN nullif(current_setting('thenchot.day', true), '')::date;

-- The right of the act open in this very transaction; set without one it means nothing.
CREATE FUNCTION basis_right() RETURNS text LANGUAGE sql STABLE
RETURN CASE WHEN basis_open_entry() IS NOT NULL THEN nullif(current_setting('thenchot.right', true), '') END;

-- While figures are counted, the records of all units count for whoever may read figures somewhere:
-- the read asks the right in the unit, which may have held them in another tree than today's.
CREATE FUNCTION basis_counting() RETURNS boolean LANGUAGE sql STABLE
RETURN coalesce(current_setting('thenchot.counting', true), '') = 'on';

-- The units in which the actor holds a right on the office day; NULL: the whole office.
CREATE FUNCTION basis_live(asked text) RETURNS TABLE (unit bigint) LANGUAGE sql STABLE
BEGIN ATOMIC
    SELECT s.unit FROM basis_scope s
    WHERE s.actor = basis_asking() AND s.from_day <= basis_day() AND s.until_day > basis_day()
      AND s.role IN (SELECT r.role FROM basis_roleright r WHERE r.code = asked)
    UNION ALL
    SELECT NULL WHERE basis_counting() AND asked IN (
        'register.xem', 'register.xem_to_chuc', 'members.xem', 'members.xem_khai_tru', 'oversight.xem',
        'oversight.xem_ten', 'awards.xem', 'cadres.xem', 'indicators.xem') AND EXISTS (
        SELECT FROM basis_scope s JOIN basis_roleright r ON r.role = s.role
        WHERE s.actor = basis_asking() AND s.from_day <= basis_day() AND s.until_day > basis_day()
          AND r.code = 'indicators.xem');
END;

CREATE FUNCTION basis_everywhere(asked text) RETURNS boolean LANGUAGE sql STABLE
BEGIN ATOMIC
    SELECT EXISTS (SELECT FROM basis_live(asked) l WHERE l.unit IS NULL);
END;

CREATE FUNCTION basis_reach(asked text) RETURNS SETOF bigint LANGUAGE sql STABLE
BEGIN ATOMIC
    SELECT l.unit FROM basis_live(asked) l WHERE l.unit IS NOT NULL;
END;

CREATE FUNCTION basis_holds(asked text) RETURNS boolean LANGUAGE sql STABLE
BEGIN ATOMIC
    SELECT EXISTS (SELECT FROM basis_live(asked));
END;

-- Whether the actor works here today at all: some role that is more than the own file.
CREATE FUNCTION basis_works() RETURNS boolean LANGUAGE sql STABLE
BEGIN ATOMIC
    SELECT EXISTS (
        SELECT FROM basis_scope s JOIN basis_roleright r ON r.role = s.role
        WHERE s.actor = basis_asking() AND s.from_day <= basis_day() AND s.until_day > basis_day());
END;

CREATE FUNCTION basis_self() RETURNS bigint LANGUAGE sql STABLE
BEGIN ATOMIC
    SELECT o.person FROM basis_own o
    WHERE o.actor = basis_asking() AND o.from_day <= basis_day() AND o.until_day > basis_day() LIMIT 1;
END;

-- People tied to the units in reach: ever (their names), or still in the hands of those units.
CREATE FUNCTION basis_people(asked text, standing boolean) RETURNS SETOF bigint LANGUAGE sql STABLE
BEGIN ATOMIC
    SELECT t.person FROM basis_tie t
    WHERE t.unit IN (SELECT basis_reach(asked))
      AND (NOT standing OR (t.from_day <= basis_day() AND t.sight_until > basis_day()));
END;

-- Sensitive kinds the actor has opened with a reason, within the last half hour.
CREATE FUNCTION basis_opened_people(asked text) RETURNS SETOF bigint LANGUAGE sql STABLE
BEGIN ATOMIC
    SELECT d.person FROM basis_disclosure d
    WHERE d.actor = basis_asking() AND d.kind = asked
      AND d.opened_at > clock_timestamp() - interval '30 minutes';
END;

CREATE FUNCTION basis_opened(asked text) RETURNS boolean LANGUAGE sql STABLE
BEGIN ATOMIC
    SELECT EXISTS (SELECT FROM basis_opened_people(asked) p WHERE p IS NULL);
END;

-- Rights held everywhere, and (right, unit) pairs, for the wall round the papers.
CREATE FUNCTION basis_everywhere_codes() RETURNS SETOF text LANGUAGE sql STABLE
BEGIN ATOMIC
    SELECT r.code FROM basis_scope s JOIN basis_roleright r ON r.role = s.role
    WHERE s.actor = basis_asking() AND s.unit IS NULL
      AND s.from_day <= basis_day() AND s.until_day > basis_day();
END;

CREATE FUNCTION basis_reaches() RETURNS TABLE (code text, unit bigint) LANGUAGE sql STABLE
BEGIN ATOMIC
    SELECT r.code, s.unit FROM basis_scope s JOIN basis_roleright r ON r.role = s.role
    WHERE s.actor = basis_asking() AND s.unit IS NOT NULL
      AND s.from_day <= basis_day() AND s.until_day > basis_day();
END;

-- After rows were written: where their papers are used. Arguments: the right (an expression over
-- the row; '' where all may see it), the right by person, column of the person, columns of units. Uses stay when a fact leaves: who saw the paper may see it still.
CREATE FUNCTION basis_note_use() RETURNS trigger
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
CREATE FUNCTION basis_facts_of(paper bigint) RETURNS bigint
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

-- A paper is used in the register that keeps it, before any fact rests on it.
CREATE FUNCTION basis_note_paper() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
    INSERT INTO basis_paperuse (paper, code, unit)
    SELECT come.id, 'basis.xem_van_ban', come.kept_by FROM come ON CONFLICT DO NOTHING;
    RETURN NULL;
END $$;
CREATE TRIGGER use_new AFTER INSERT ON basis_instrument REFERENCING NEW TABLE AS come
    FOR EACH STATEMENT EXECUTE FUNCTION basis_note_paper();
CREATE TRIGGER use_change AFTER UPDATE ON basis_instrument REFERENCING NEW TABLE AS come
    FOR EACH STATEMENT EXECUTE FUNCTION basis_note_paper();

-- How long each tie of some people lets its unit see their files (see the model).
CREATE FUNCTION basis_extend_ties(people bigint[]) RETURNS void
LANGUAGE sql SECURITY DEFINER SET search_path = public, pg_temp AS $$
    UPDATE basis_tie t SET sight_until = found.until
    FROM (
        SELECT own.id, coalesce(min(next.from_day), 'infinity') AS until
        FROM basis_tie own
        LEFT JOIN basis_tie next ON next.person = own.person
          AND CASE WHEN own.source = 'ho_so' THEN next.source <> 'ho_so'
                   ELSE next.source = own.source AND next.from_day >= own.until_day END
        WHERE own.person = ANY (people) GROUP BY own.id
    ) found
    WHERE t.id = found.id AND t.sight_until <> found.until
$$;
REVOKE ALL ON FUNCTION basis_note_use(), basis_note_paper(), basis_extend_ties(bigint[]) FROM PUBLIC;
