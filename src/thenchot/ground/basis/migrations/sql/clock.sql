-- The journal's clock and its source of keys, by name: the owner of a test's database may set them
-- (two loads of the same demo then end in the same chain head); the web role cannot.
CREATE FUNCTION basis_now() RETURNS timestamptz
LANGUAGE sql VOLATILE SET search_path = pg_catalog
RETURN clock_timestamp();

CREATE FUNCTION basis_new_entry() RETURNS uuid
LANGUAGE sql VOLATILE SET search_path = pg_catalog
RETURN uuidv7();

ALTER TABLE basis_journalentry
    ALTER COLUMN id SET DEFAULT basis_new_entry(),
    ALTER COLUMN opened_at SET DEFAULT basis_now();

-- As before, but rows are stamped with the moment their act was opened: one moment an act.
CREATE OR REPLACE FUNCTION basis_guard() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE
    opened basis_journalentry;
BEGIN
    SELECT * INTO opened FROM basis_journalentry
    WHERE xid = pg_current_xact_id_if_assigned() AND seq IS NULL;
    IF opened.id IS NULL THEN
        IF session_user = current_user THEN
            RETURN coalesce(NEW, OLD);
        END IF;
        RAISE EXCEPTION 'no open act in this transaction for %', TG_TABLE_NAME USING ERRCODE = 'TC001';
    END IF;
    IF TG_OP = 'DELETE' THEN
        RETURN OLD;
    END IF;
    IF NEW.entry IS DISTINCT FROM opened.id THEN
        RAISE EXCEPTION 'entry of % is not the open act', TG_TABLE_NAME USING ERRCODE = 'TC001';
    END IF;
    IF TG_OP = 'UPDATE' AND NEW.id <> OLD.id THEN
        RAISE EXCEPTION 'the key of % never changes', TG_TABLE_NAME USING ERRCODE = 'TC001';
    END IF;
    NEW.recorded_at := opened.opened_at;
    RETURN NEW;
END $$;
