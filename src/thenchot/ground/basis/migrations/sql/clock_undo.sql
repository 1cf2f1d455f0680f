CREATE OR REPLACE FUNCTION basis_guard() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE
    opened uuid := basis_open_entry();
BEGIN
    IF opened IS NULL THEN
        IF session_user = current_user THEN
            RETURN coalesce(NEW, OLD);
        END IF;
        RAISE EXCEPTION 'no open act in this transaction for %', TG_TABLE_NAME USING ERRCODE = 'TC001';
    END IF;
    IF TG_OP = 'DELETE' THEN
        RETURN OLD;
    END IF;
    IF NEW.entry IS DISTINCT FROM opened THEN
        RAISE EXCEPTION 'entry of % is not the open act', TG_TABLE_NAME USING ERRCODE = 'TC001';
    END IF;
    IF TG_OP = 'UPDATE' AND NEW.id <> OLD.id THEN
        RAISE EXCEPTION 'the key of % never changes', TG_TABLE_NAME USING ERRCODE = 'TC001';
    END IF;
    NEW.recorded_at := transaction_timestamp();
    RETURN NEW;
END $$;

ALTER TABLE basis_journalentry
    ALTER COLUMN id SET DEFAULT uuidv7(),
    ALTER COLUMN opened_at SET DEFAULT clock_timestamp();
DROP FUNCTION basis_new_entry();
DROP FUNCTION basis_now();
