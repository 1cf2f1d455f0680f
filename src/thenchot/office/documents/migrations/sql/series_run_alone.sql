-- Dãy số chạy một mình: no two series of an organ give the same number on one day. A series of all types
-- gives those of every type. What overlapped before this rule stays, and may be ended; it may not grow.
CREATE FUNCTION documents_series_alone() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
    -- Two who open at once wait for one another.
    PERFORM pg_advisory_xact_lock(hashtextextended(format('series %s', NEW.organization_id), 0));
    IF EXISTS (
        SELECT FROM documents_series other
        WHERE other.id <> NEW.id AND other.organization_id = NEW.organization_id
          AND other.book IS NOT DISTINCT FROM NEW.book
          AND lower(other.organ_code COLLATE "pg_unicode_fast") = lower(NEW.organ_code COLLATE "pg_unicode_fast")
          AND ('' IN (other.letters, NEW.letters)
               OR lower(other.letters COLLATE "pg_unicode_fast") = lower(NEW.letters COLLATE "pg_unicode_fast"))
          AND daterange(other.from_day, other.until_day) && daterange(NEW.from_day, NEW.until_day)
    ) THEN
        RAISE EXCEPTION 'two series give the same numbers on one day'
            USING ERRCODE = '23P01', CONSTRAINT = 'series_runs_alone';
    END IF;
    RETURN NULL;
END $$;
REVOKE ALL ON FUNCTION documents_series_alone() FROM PUBLIC;

CREATE TRIGGER alone_new AFTER INSERT ON documents_series
    FOR EACH ROW EXECUTE FUNCTION documents_series_alone();
CREATE TRIGGER alone_change AFTER UPDATE ON documents_series FOR EACH ROW
    WHEN (OLD.organization_id <> NEW.organization_id OR OLD.organ_code <> NEW.organ_code
          OR OLD.letters <> NEW.letters OR OLD.book IS DISTINCT FROM NEW.book
          OR NEW.from_day < OLD.from_day
          OR coalesce(NEW.until_day, 'infinity') > coalesce(OLD.until_day, 'infinity'))
    EXECUTE FUNCTION documents_series_alone();
