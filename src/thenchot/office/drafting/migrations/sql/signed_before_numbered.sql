-- Ký trước, cấp số sau: a draft gets a number only once it was signed, and none of a day before that.
-- What was numbered before signing was recorded stays as it is.
CREATE FUNCTION drafting_signed_before_numbered() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
    IF NEW.signed_on IS NULL OR EXISTS (
        SELECT FROM documents_outgoing given
        WHERE given.id = NEW.number_id AND given.given_on < NEW.signed_on
    ) THEN
        RAISE EXCEPTION 'a draft is numbered before it was signed'
            USING ERRCODE = '23514', CONSTRAINT = 'draft_signed_before_its_number';
    END IF;
    RETURN NULL;
END $$;
REVOKE ALL ON FUNCTION drafting_signed_before_numbered() FROM PUBLIC;

CREATE TRIGGER signed_new AFTER INSERT ON drafting_draftpaper FOR EACH ROW
    WHEN (NEW.number_id IS NOT NULL)
    EXECUTE FUNCTION drafting_signed_before_numbered();
CREATE TRIGGER signed_change AFTER UPDATE ON drafting_draftpaper FOR EACH ROW
    WHEN (NEW.number_id IS NOT NULL
          AND (OLD.number_id IS DISTINCT FROM NEW.number_id OR OLD.signed_on IS DISTINCT FROM NEW.signed_on))
    EXECUTE FUNCTION drafting_signed_before_numbered();
