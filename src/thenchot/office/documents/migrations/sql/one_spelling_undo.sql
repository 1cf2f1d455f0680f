DROP FUNCTION documents_issued_and_stands(bigint, date);
DROP FUNCTION documents_cancelled(bigint);

CREATE OR REPLACE FUNCTION documents_series_alone() RETURNS trigger
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

CREATE OR REPLACE FUNCTION documents_join_cited() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
    IF NEW.issued_on IS NULL OR EXISTS (
        SELECT FROM basis_instrument i
        WHERE i.number_sign = NEW.number_sign AND i.issued_on = NEW.issued_on AND i.id <> NEW.id
    ) THEN
        RETURN NULL;
    END IF;
    UPDATE documents_relation r SET to_id = NEW.id, entry = NEW.entry
    WHERE r.to_id IS NULL AND r.cited_sign = NEW.number_sign AND r.cited_on = NEW.issued_on
      AND NOT documents_leads_to(NEW.id, r.paper_id)
      AND NOT EXISTS (
        SELECT FROM documents_relation o
        WHERE o.paper_id = r.paper_id AND o.kind = r.kind AND o.to_id = NEW.id AND o.part = r.part)
      AND NOT EXISTS (
        SELECT FROM documents_relation o
        WHERE o.to_id IS NULL AND o.paper_id = r.paper_id AND o.kind = r.kind AND o.part = r.part
          AND o.cited_sign = r.cited_sign AND o.cited_on = r.cited_on AND o.id < r.id);
    RETURN NULL;
END $$;

CREATE OR REPLACE FUNCTION documents_issues(organ bigint, issued_by text, on_day date) RETURNS boolean
LANGUAGE sql STABLE SET search_path = public, pg_temp AS $$
    SELECT EXISTS (SELECT FROM register_organizationspell s
        WHERE s.organization_id = organ AND s.effective @> on_day
          AND lower(s.name COLLATE "pg_unicode_fast") = lower(issued_by COLLATE "pg_unicode_fast"))
    OR EXISTS (SELECT FROM documents_outgoing o JOIN basis_instrument i ON i.id = o.basis_id
        WHERE o.organization_id = organ AND o.state = 'da_cap' AND o.entry <> basis_open_entry()
          AND lower(i.issuer COLLATE "pg_unicode_fast") = lower(issued_by COLLATE "pg_unicode_fast"))
$$;

CREATE OR REPLACE FUNCTION documents_stored(organ bigint, signs text[], issuers text[], days date[])
RETURNS TABLE (
    id bigint, kind text, number_sign text, issuer text, issued_year smallint, issued_on date,
    annulled_by_id bigint, repealed_by_id bigint, repealed_from date)
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
    IF basis_right() IS DISTINCT FROM 'documents.vao_so' OR NOT (
        basis_everywhere('documents.vao_so') OR organ IN (SELECT basis_reach('documents.vao_so'))
    ) THEN
        RETURN;
    END IF;
    PERFORM pg_advisory_xact_lock(each.key) FROM (
        SELECT DISTINCT hashtextextended(concat_ws('|', 'paper', a.sign, a.issuer, a.day), 0) AS key
        FROM unnest(signs, issuers, days) a (sign, issuer, day) ORDER BY 1) each;
    RETURN QUERY
        SELECT i.id, i.kind, i.number_sign, i.issuer, i.issued_year, i.issued_on,
               i.annulled_by_id, i.repealed_by_id, i.repealed_from
        FROM basis_instrument i
        WHERE (i.number_sign, i.issuer, i.issued_on) IN (
                SELECT a.sign, a.issuer, a.day FROM unnest(signs, issuers, days) a (sign, issuer, day))
          AND (EXISTS (SELECT FROM documents_incoming r WHERE r.basis_id = i.id)
               OR EXISTS (SELECT FROM documents_outgoing o WHERE o.basis_id = i.id))
          AND NOT EXISTS (SELECT FROM basis_paperuse u
                WHERE u.paper = i.id AND u.code IN ('members.xem_khai_tru', 'oversight.xem_ten'))
        ORDER BY i.id
        FOR NO KEY UPDATE OF i;
END $$;

DROP FUNCTION documents_may_mean(text, text, text);
DROP FUNCTION documents_cited_issuer(text);
DROP FUNCTION documents_code_key(text);
DROP FUNCTION documents_spelling(text);
