-- Tệp của văn bản: a paper keeps the file it was given; it may be taken away for good, never replaced.
CREATE FUNCTION basis_keeps_file() RETURNS trigger
LANGUAGE plpgsql SET search_path = public, pg_temp AS $$
BEGIN
    IF OLD.file_sha256 <> '' AND NEW.file_sha256 NOT IN ('', OLD.file_sha256) THEN
        RAISE EXCEPTION 'the file of a paper is not replaced'
            USING ERRCODE = '23514', CONSTRAINT = 'instrument_keeps_its_file';
    END IF;
    RETURN NEW;
END $$;

CREATE TRIGGER keeps_file BEFORE UPDATE OF file_sha256 ON basis_instrument
    FOR EACH ROW EXECUTE FUNCTION basis_keeps_file();

REVOKE ALL ON FUNCTION basis_keeps_file() FROM PUBLIC;
