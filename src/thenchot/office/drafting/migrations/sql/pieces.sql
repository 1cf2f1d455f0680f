-- Tài liệu của hồ sơ trình: put in once, then taken out or left; only its file may be removed for good.
CREATE FUNCTION drafting_piece_stands() RETURNS trigger
LANGUAGE plpgsql SET search_path = public, pg_temp AS $$
BEGIN
    IF current_user <> 'thenchot_web' AND current_setting('thenchot.emptying', true) = 'on' THEN
        RETURN NEW;  -- an emergency removal takes the words away
    END IF;
    IF (OLD.draft_id, OLD.unit_id, OLD.kind, OLD.title, OLD.issuer, OLD.words) <>
       (NEW.draft_id, NEW.unit_id, NEW.kind, NEW.title, NEW.issuer, NEW.words)
       OR OLD.dated_on IS DISTINCT FROM NEW.dated_on OR OLD.paper_id IS DISTINCT FROM NEW.paper_id
       OR NEW.file_sha256 NOT IN ('', OLD.file_sha256) THEN
        RAISE EXCEPTION 'a piece of a submission file is not changed'
            USING ERRCODE = '23514', CONSTRAINT = 'submission_piece_stands';
    END IF;
    RETURN NEW;
END $$;

CREATE TRIGGER stands BEFORE UPDATE ON drafting_submissionpiece
    FOR EACH ROW EXECUTE FUNCTION drafting_piece_stands();

REVOKE ALL ON FUNCTION drafting_piece_stands() FROM PUBLIC;
