-- Phạm vi: what each actor reaches, kept by grants, holders, deputies and the tree itself.

-- All rows as they should be. A deputy gets the principal's grants on the days of acting, never the
-- keys of the system nor the own file. Until something has been given, the founder holds everything.
CREATE VIEW access_fresh_scope AS
    WITH held AS (
        SELECT g.account_id::text AS actor, g.role, g.unit_id AS anchor, g.effective * h.effective AS days
        FROM access_grant g JOIN access_holder h ON h.account_id = g.account_id
        UNION ALL
        SELECT a.deputy_id || '>' || a.principal_id, g.role, g.unit_id,
               g.effective * h.effective * a.effective * d.effective
        FROM access_actingfor a
        JOIN access_grant g ON g.account_id = a.principal_id
        JOIN access_holder h ON h.account_id = a.principal_id
        JOIN access_holder d ON d.account_id = a.deputy_id
        WHERE g.role NOT IN ('quan_tri_he_thong', 'lanh_dao_ban', 'uy_ban_kiem_tra', 'nguoi_soan_thao', 'dang_vien')
    ), reached AS (
        SELECT actor, role, NULL::bigint AS unit, days FROM held WHERE anchor IS NULL
        UNION ALL
        SELECT held.actor, held.role, r.descendant_id, held.days * daterange(r.from_day, r.until_day)
        FROM held JOIN register_reach r ON r.ancestor_id = held.anchor
        UNION ALL
        SELECT held.actor, 'cap_tren', c.ancestor_id, held.days * c.effective
        FROM held JOIN register_closure c ON c.descendant_id = held.anchor AND c.depth > 0
        WHERE held.role <> 'dang_vien'
        UNION ALL
        SELECT 'khoi-tao', 'khoi_tao', NULL, daterange('-infinity', 'infinity')
        WHERE NOT EXISTS (SELECT FROM access_grant) AND NOT EXISTS (SELECT FROM access_grant_history)
    )
    SELECT DISTINCT actor, role, unit, coalesce(lower(days), '-infinity') AS from_day,
           coalesce(upper(days), 'infinity') AS until_day
    FROM reached WHERE NOT isempty(days);

CREATE VIEW access_fresh_own AS
    SELECT g.account_id::text AS actor, h.person_id AS person,
           coalesce(lower(g.effective * h.effective), '-infinity') AS from_day,
           coalesce(upper(g.effective * h.effective), 'infinity') AS until_day
    FROM access_grant g JOIN access_holder h ON h.account_id = g.account_id
    WHERE g.role = 'dang_vien' AND h.person_id IS NOT NULL AND g.effective && h.effective;

CREATE FUNCTION access_rewrite_accounts(accounts bigint[]) RETURNS void
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE
    actors text[] := ARRAY(
        SELECT account::text FROM unnest(accounts) account
        UNION SELECT a.deputy_id || '>' || a.principal_id FROM access_actingfor a
              WHERE a.deputy_id = ANY (accounts) OR a.principal_id = ANY (accounts)
        UNION SELECT s.actor FROM basis_scope s
              WHERE split_part(s.actor, '>', 1) = ANY (accounts::text[])
                 OR split_part(s.actor, '>', 2) = ANY (accounts::text[]));
BEGIN
    DELETE FROM basis_scope WHERE actor = ANY (actors);
    INSERT INTO basis_scope (actor, role, unit, from_day, until_day)
    SELECT * FROM access_fresh_scope WHERE actor = ANY (actors);
    DELETE FROM basis_own WHERE actor = ANY (actors);
    INSERT INTO basis_own (actor, person, from_day, until_day)
    SELECT * FROM access_fresh_own WHERE actor = ANY (actors);
END $$;

CREATE FUNCTION access_given_changed() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE
    accounts bigint[];
BEGIN
    IF TG_OP = 'DELETE' THEN
        EXECUTE format('SELECT array_agg(DISTINCT %I) FROM gone', TG_ARGV[0]) INTO accounts;
    ELSIF TG_OP = 'INSERT' THEN
        EXECUTE format('SELECT array_agg(DISTINCT %I) FROM come', TG_ARGV[0]) INTO accounts;
    ELSE
        EXECUTE format('SELECT array_agg(DISTINCT x) FROM (SELECT %1$I FROM come UNION SELECT %1$I FROM gone) b(x)',
                       TG_ARGV[0]) INTO accounts;
    END IF;
    IF accounts IS NOT NULL THEN
        PERFORM access_rewrite_accounts(accounts);
    END IF;
    RETURN NULL;
END $$;

-- The tree moved: the units whose lines changed, and the actors given something in one of them.
CREATE FUNCTION access_tree_changed() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE
    units bigint[];
    accounts bigint[];
BEGIN
    IF NOT EXISTS (SELECT FROM access_grant WHERE unit_id IS NOT NULL) THEN
        RETURN NULL;
    END IF;
    IF TG_OP = 'DELETE' THEN
        units := ARRAY(SELECT DISTINCT descendant_id FROM gone);
    ELSE
        units := ARRAY(SELECT DISTINCT descendant_id FROM come);
    END IF;
    DELETE FROM basis_scope WHERE unit = ANY (units) AND role <> 'cap_tren';
    INSERT INTO basis_scope (actor, role, unit, from_day, until_day)
    SELECT * FROM access_fresh_scope WHERE unit = ANY (units) AND role <> 'cap_tren';
    accounts := ARRAY(SELECT DISTINCT account_id FROM access_grant WHERE unit_id = ANY (units));
    IF accounts <> '{}' THEN
        PERFORM access_rewrite_accounts(accounts);
    END IF;
    RETURN NULL;
END $$;

DO $$
DECLARE
    source record;
BEGIN
    FOR source IN VALUES ('access_grant', 'account_id'), ('access_holder', 'account_id'),
                         ('access_actingfor', 'deputy_id') LOOP
        EXECUTE format('CREATE TRIGGER scope_new AFTER INSERT ON %1$I REFERENCING NEW TABLE AS come
            FOR EACH STATEMENT EXECUTE FUNCTION access_given_changed(%2$L);
            CREATE TRIGGER scope_change AFTER UPDATE ON %1$I REFERENCING OLD TABLE AS gone NEW TABLE AS come
            FOR EACH STATEMENT EXECUTE FUNCTION access_given_changed(%2$L);
            CREATE TRIGGER scope_gone AFTER DELETE ON %1$I REFERENCING OLD TABLE AS gone
            FOR EACH STATEMENT EXECUTE FUNCTION access_given_changed(%2$L)', source.column1, source.column2);
    END LOOP;
END $$;
CREATE TRIGGER scope_new AFTER INSERT ON register_reach REFERENCING NEW TABLE AS come
    FOR EACH STATEMENT EXECUTE FUNCTION access_tree_changed();
CREATE TRIGGER scope_gone AFTER DELETE ON register_reach REFERENCING OLD TABLE AS gone
    FOR EACH STATEMENT EXECUTE FUNCTION access_tree_changed();

-- Who an account is on a day: printed name, the own person, roles and units. Asked once a request,
-- before there is an actor whose wall could be asked.
CREATE FUNCTION access_who(account bigint, principal bigint, day date)
RETURNS TABLE (name text, principal_name text, person bigint, roles text[], units bigint[], types_for bigint[], second_step boolean)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp
BEGIN ATOMIC
    WITH asked AS (SELECT concat_ws('>', account, principal) AS actor)
    SELECT (SELECT h.printed_name FROM access_holder h WHERE h.account_id = account),
           (SELECT h.printed_name FROM access_holder h WHERE h.account_id = principal),
           (SELECT o.person FROM basis_own o WHERE o.actor = asked.actor AND o.from_day <= day AND o.until_day > day LIMIT 1),
           held.roles, held.units,
           (SELECT array_agg(DISTINCT split_part(s.actor, '>', 2)::bigint) FROM basis_scope s
            WHERE starts_with(s.actor, account || '>') AND s.from_day <= day AND s.until_day > day),
           EXISTS (SELECT FROM mfa_authenticator m WHERE m.user_id = account AND m.type <> 'recovery_codes')
    FROM asked, LATERAL (
        SELECT array_agg(s.role ORDER BY s.id) AS roles, array_agg(s.unit ORDER BY s.id) AS units
        FROM basis_scope s WHERE s.actor = asked.actor AND s.from_day <= day AND s.until_day > day) held;
END;

-- The founder goes when the act that recorded the first grant closes.
CREATE FUNCTION access_founder_goes() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
    DELETE FROM basis_scope WHERE actor = 'khoi-tao';
    RETURN NULL;
END $$;
CREATE CONSTRAINT TRIGGER founder_goes AFTER INSERT ON access_grant
    DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION access_founder_goes();

REVOKE ALL ON FUNCTION access_founder_goes() FROM PUBLIC;
REVOKE ALL ON FUNCTION access_rewrite_accounts(bigint[]), access_given_changed(), access_tree_changed() FROM PUBLIC;
INSERT INTO basis_scope (actor, role, unit, from_day, until_day)
SELECT * FROM access_fresh_scope WHERE actor = 'khoi-tao';
