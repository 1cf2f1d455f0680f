-- Cơ quan ấy có ban hành văn bản này không: its issuer is the organ's own name on that day, or one the organ bears in its
-- register of papers sent, on a line that stood before the open act.
CREATE FUNCTION documents_issues(organ bigint, issued_by text, on_day date) RETURNS boolean
LANGUAGE sql STABLE SET search_path = public, pg_temp AS $$
    SELECT EXISTS (SELECT FROM register_organizationspell s
        WHERE s.organization_id = organ AND s.effective @> on_day
          AND lower(s.name COLLATE "pg_unicode_fast") = lower(issued_by COLLATE "pg_unicode_fast"))
    OR EXISTS (SELECT FROM documents_outgoing o JOIN basis_instrument i ON i.id = o.basis_id
        WHERE o.organization_id = organ AND o.state = 'da_cap' AND o.entry <> basis_open_entry()
          AND lower(i.issuer COLLATE "pg_unicode_fast") = lower(issued_by COLLATE "pg_unicode_fast"))
$$;
REVOKE ALL ON FUNCTION documents_issues(bigint, text, date) FROM PUBLIC;

-- Văn bản nơi nhận gõ trước: of the papers documents_stored finds, those that stand only in registers of papers
-- that came, the keeper's among them and the organ's own not: typed by whom they came to before the organ that
-- issues them, and bears their issuer, gave them their number here. The same act, right, organ and secrecy as there.
CREATE FUNCTION documents_typed(organ bigint, signs text[], issuers text[], days date[])
RETURNS TABLE (
    id bigint, kind text, number_sign text, issuer text, issued_year smallint, issued_on date,
    annulled_by_id bigint, repealed_by_id bigint, repealed_from date)
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
    RETURN QUERY
        SELECT s.id, s.kind, s.number_sign, s.issuer, s.issued_year, s.issued_on,
               s.annulled_by_id, s.repealed_by_id, s.repealed_from
        FROM documents_stored(organ, signs, issuers, days) s JOIN basis_instrument i ON i.id = s.id
        WHERE documents_issues(organ, i.issuer, i.issued_on)
          AND EXISTS (SELECT FROM documents_incoming r WHERE r.basis_id = i.id AND r.organization_id = i.kept_by)
          AND NOT EXISTS (SELECT FROM documents_incoming r WHERE r.basis_id = i.id AND r.organization_id = organ)
          AND NOT EXISTS (SELECT FROM documents_outgoing o WHERE o.basis_id = i.id);
END $$;
REVOKE ALL ON FUNCTION documents_typed(bigint, text[], text[], date[]) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION documents_typed(bigint, text[], text[], date[]) TO thenchot_web;

-- The paper becomes the organ's, in its words, once the open act has given it its number in the organ's register
-- of papers sent; lines of those who typed it keep what they typed where it differs.
CREATE FUNCTION documents_take_over(
    organ bigint, paper bigint, sign text, new_kind text, new_abstract text, new_signer text, new_file text)
RETURNS void LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE
    opened uuid := basis_open_entry();
    held basis_instrument;
BEGIN
    SELECT * INTO held FROM basis_instrument WHERE id = paper FOR NO KEY UPDATE;
    IF opened IS NULL OR basis_right() IS DISTINCT FROM 'documents.vao_so' OR held.id IS NULL
       OR NOT (basis_everywhere('documents.vao_so') OR organ IN (SELECT basis_reach('documents.vao_so')))
       OR held.kept_by IS NULL OR held.kept_by = organ
       OR NOT documents_issues(organ, held.issuer, held.issued_on)
       OR NOT EXISTS (SELECT FROM documents_incoming r WHERE r.basis_id = paper AND r.organization_id = held.kept_by)
       OR EXISTS (SELECT FROM documents_incoming r WHERE r.basis_id = paper AND r.organization_id = organ)
       OR NOT EXISTS (SELECT FROM documents_outgoing o
            WHERE o.basis_id = paper AND o.organization_id = organ AND o.entry = opened
              AND o.state = 'da_cap' AND o.given_on = held.issued_on
              AND o.number::text = ltrim(substring(sign FROM '^\d+'), '0')
              AND o.number::text = ltrim(substring(held.number_sign FROM '^\d+'), '0'))
       OR EXISTS (SELECT FROM documents_outgoing o
            WHERE o.basis_id = paper AND (o.organization_id <> organ OR o.entry <> opened))
       OR EXISTS (SELECT FROM basis_paperuse u
            WHERE u.paper = held.id AND u.code IN ('members.xem_khai_tru', 'oversight.xem_ten'))
    THEN
        RAISE EXCEPTION 'not a paper this act may take over' USING ERRCODE = '42501';
    END IF;
    UPDATE documents_incoming r
    SET typed_kind = coalesce(r.typed_kind, held.kind),
        typed_abstract = coalesce(r.typed_abstract, held.abstract), entry = opened
    WHERE r.basis_id = paper AND (held.kind <> new_kind OR held.abstract <> new_abstract);
    UPDATE basis_instrument i
    SET number_sign = sign, kind = new_kind, abstract = new_abstract, signer = new_signer, kept_by = organ,
        file_sha256 = CASE WHEN new_file = '' THEN i.file_sha256 ELSE new_file END, entry = opened
    WHERE i.id = paper;
END $$;
REVOKE ALL ON FUNCTION documents_take_over(bigint, bigint, text, text, text, text, text) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION documents_take_over(bigint, bigint, text, text, text, text, text) TO thenchot_web;

-- Nobody else moves a paper to another register, or says what a line was typed as.
CREATE FUNCTION documents_keeper_stays() RETURNS trigger
LANGUAGE plpgsql SET search_path = public, pg_temp AS $$
BEGIN
    IF current_user = 'thenchot_web' AND NEW.kept_by IS DISTINCT FROM OLD.kept_by THEN
        RAISE EXCEPTION 'a paper stays in its register'
            USING ERRCODE = '23514', CONSTRAINT = 'paper_stays_with_its_keeper';
    END IF;
    RETURN NEW;
END $$;
REVOKE ALL ON FUNCTION documents_keeper_stays() FROM PUBLIC;
CREATE TRIGGER keeper_stays BEFORE UPDATE OF kept_by ON basis_instrument
    FOR EACH ROW EXECUTE FUNCTION documents_keeper_stays();

CREATE FUNCTION documents_typed_words_stand() RETURNS trigger
LANGUAGE plpgsql SET search_path = public, pg_temp AS $$
DECLARE
    before text[] := '{NULL,NULL}';
BEGIN
    IF TG_OP = 'UPDATE' THEN
        before := ARRAY[OLD.typed_kind, OLD.typed_abstract];
    END IF;
    IF current_user = 'thenchot_web' AND ARRAY[NEW.typed_kind, NEW.typed_abstract] IS DISTINCT FROM before THEN
        RAISE EXCEPTION 'what a line was typed as is not written by hand'
            USING ERRCODE = '23514', CONSTRAINT = 'incoming_typed_words_are_whole';
    END IF;
    RETURN NEW;
END $$;
REVOKE ALL ON FUNCTION documents_typed_words_stand() FROM PUBLIC;
CREATE TRIGGER typed_words_stand BEFORE INSERT OR UPDATE ON documents_incoming
    FOR EACH ROW EXECUTE FUNCTION documents_typed_words_stand();
