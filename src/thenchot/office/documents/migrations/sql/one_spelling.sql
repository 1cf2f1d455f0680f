-- Một cách viết: issuers as `spelling_key` of ground/plain/names.py spells them, letters and codes of series as
-- `code_key` of rules/numbering.py does; a test compares both.
CREATE FUNCTION documents_spelling(said text) RETURNS text LANGUAGE sql IMMUTABLE PARALLEL SAFE
BEGIN ATOMIC
    SELECT casefold(normalize(regexp_replace(
        normalize(btrim(regexp_replace(
            regexp_replace(normalize(said, NFC),
                '[\u0001-\u0008\u000e-\u001f\u007f\u00ad\u200b-\u200f\u2060\ufeff]', '', 'g'),
            '[\u0009-\u000d\u0020\u0085\u00a0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u3000]+', ' ', 'g')), NFD)
            COLLATE "pg_unicode_fast",
        '(?<![qQ])([oO](?=[aeAE])|[uU](?=[yY]))([aeyAEY])([\u0300\u0301\u0303\u0309\u0323])(?![\w\u0300-\u036f])',
        '\1\3\2', 'g'), NFC) COLLATE "pg_unicode_fast");
END;

CREATE FUNCTION documents_code_key(said text) RETURNS text LANGUAGE sql IMMUTABLE PARALLEL SAFE
BEGIN ATOMIC
    SELECT regexp_replace(
        translate(documents_spelling(said), 'ðɖư‐‑‒–—−﹣－∕／⁄：', 'đđu--------///:'), '[\s.]', '', 'g');
END;

-- The body a citation names, as `issuer_cited` of rules/relating.py reads it; "" where it names none.
CREATE FUNCTION documents_cited_issuer(cited text) RETURNS text LANGUAGE sql IMMUTABLE PARALLEL SAFE
BEGIN ATOMIC
    WITH told AS (
        SELECT (regexp_split_to_array(documents_spelling(cited), '[\s,;:]+(?:v/v|về)\s'))[1] AS said
    )
    SELECT CASE WHEN said ~ '(?:^|\s)của\s' THEN btrim((regexp_split_to_array(
        regexp_replace(said, '^.*?(?:^|\s)của\s', ''), '[,;()]|\s(?:số|ngày)\s'))[1], ' .') ELSE '' END
    FROM told;
END;

-- Whether a citation may mean a paper of this issuer; the centre is one, and a body may bear a longer name.
CREATE FUNCTION documents_may_mean(cited text, sign text, issuer text) RETURNS boolean
LANGUAGE sql IMMUTABLE PARALLEL SAFE
BEGIN ATOMIC
    SELECT sign LIKE '%TW' OR named = ''
        OR position(' ' || named || ' ' IN ' ' || own || ' ') > 0
        OR position(' ' || own || ' ' IN ' ' || named || ' ') > 0
    FROM (SELECT documents_cited_issuer(cited) AS named, documents_spelling(issuer) AS own) both_names;
END;

REVOKE ALL ON FUNCTION documents_spelling(text), documents_code_key(text), documents_cited_issuer(text),
    documents_may_mean(text, text, text) FROM PUBLIC;

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
        SELECT DISTINCT
            hashtextextended(concat_ws('|', 'paper', a.sign, documents_spelling(a.issuer), a.day), 0) AS key
        FROM unnest(signs, issuers, days) a (sign, issuer, day) ORDER BY 1) each;
    RETURN QUERY
        SELECT i.id, i.kind, i.number_sign, i.issuer, i.issued_year, i.issued_on,
               i.annulled_by_id, i.repealed_by_id, i.repealed_from
        FROM basis_instrument i
        WHERE EXISTS (
                SELECT FROM unnest(signs, issuers, days) a (sign, issuer, day)
                WHERE a.sign = i.number_sign AND a.day = i.issued_on
                  AND documents_spelling(a.issuer) = documents_spelling(i.issuer))
          AND i.number_sign = ANY (signs)
          AND (EXISTS (SELECT FROM documents_incoming r WHERE r.basis_id = i.id)
               OR EXISTS (SELECT FROM documents_outgoing o WHERE o.basis_id = i.id))
          AND NOT EXISTS (SELECT FROM basis_paperuse u
                WHERE u.paper = i.id AND u.code IN ('members.xem_khai_tru', 'oversight.xem_ten'))
        ORDER BY i.id
        FOR NO KEY UPDATE OF i;
END $$;

CREATE OR REPLACE FUNCTION documents_issues(organ bigint, issued_by text, on_day date) RETURNS boolean
LANGUAGE sql STABLE SET search_path = public, pg_temp AS $$
    SELECT EXISTS (SELECT FROM register_organizationspell s
        WHERE s.organization_id = organ AND s.effective @> on_day
          AND documents_spelling(s.name) = documents_spelling(issued_by))
    OR EXISTS (SELECT FROM (SELECT DISTINCT i.issuer FROM documents_outgoing o
            JOIN basis_instrument i ON i.id = o.basis_id
            WHERE o.organization_id = organ AND o.state = 'da_cap' AND o.entry <> basis_open_entry()) own
        WHERE documents_spelling(own.issuer) = documents_spelling(issued_by))
$$;

-- A paper registered, or given its day: what cited it by number and day, and no other body by name, is joined
-- with it, unless another paper may be meant, or a circle or a second line would come of it.
CREATE OR REPLACE FUNCTION documents_join_cited() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
    UPDATE documents_relation r SET to_id = NEW.id, entry = NEW.entry
    WHERE r.to_id IS NULL AND r.cited_sign = NEW.number_sign AND r.cited_on = NEW.issued_on
      AND documents_may_mean(r.cited, r.cited_sign, NEW.issuer)
      AND NOT EXISTS (
        SELECT FROM basis_instrument i
        WHERE i.number_sign = NEW.number_sign AND i.issued_on = NEW.issued_on AND i.id <> NEW.id
          AND documents_may_mean(r.cited, r.cited_sign, i.issuer))
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

CREATE OR REPLACE FUNCTION documents_series_alone() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
    -- Two who open at once wait for one another.
    PERFORM pg_advisory_xact_lock(hashtextextended(format('series %s', NEW.organization_id), 0));
    IF EXISTS (
        SELECT FROM documents_series other
        WHERE other.id <> NEW.id AND other.organization_id = NEW.organization_id
          AND other.book IS NOT DISTINCT FROM NEW.book
          AND documents_code_key(other.organ_code) = documents_code_key(NEW.organ_code)
          AND ('' IN (other.letters, NEW.letters)
               OR documents_code_key(other.letters) = documents_code_key(NEW.letters))
          AND daterange(other.from_day, other.until_day) && daterange(NEW.from_day, NEW.until_day)
    ) THEN
        RAISE EXCEPTION 'two series give the same numbers on one day'
            USING ERRCODE = '23P01', CONSTRAINT = 'series_runs_alone';
    END IF;
    RETURN NULL;
END $$;

-- Văn bản đã hủy số: every number of the paper was cancelled, whoever asks.
CREATE FUNCTION documents_cancelled(paper bigint) RETURNS boolean
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
    SELECT coalesce(bool_and(o.state = 'da_huy'), false) FROM documents_outgoing o WHERE o.basis_id = paper
$$;

-- Văn bản đã ban hành và còn đứng vào ngày: one numbered here was sent by then, one that another system numbered, or of no
-- register of papers sent, stands as it is; and nothing that stands itself has ended the whole of it.
CREATE FUNCTION documents_issued_and_stands(paper bigint, on_day date) RETURNS boolean
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
    SELECT (
        SELECT coalesce(bool_or(o.state = 'da_cap' AND (o.series_id IS NULL OR coalesce(o.sent_on <= on_day, false))), true)
        FROM documents_outgoing o WHERE o.basis_id = paper
    ) AND NOT EXISTS (
        SELECT FROM basis_instrument i
        WHERE i.id = paper AND (i.annulled_by_id IS NOT NULL OR i.repealed_from <= on_day)
    ) AND NOT EXISTS (
        SELECT FROM documents_relation r JOIN basis_instrument by_paper ON by_paper.id = r.paper_id
        WHERE r.to_id = paper AND r.kind IN ('thay_the', 'bai_bo', 'thu_hoi') AND r.part = ''
          AND r.from_day <= on_day AND by_paper.annulled_by_id IS NULL
          AND NOT documents_cancelled(r.paper_id)
    ) AND NOT EXISTS (  -- what came with a decision stands with it
        SELECT FROM documents_relation r
        WHERE r.to_id = paper AND r.kind = 'ban_hanh' AND NOT documents_issued_and_stands(r.paper_id, on_day)
    )
$$;
REVOKE ALL ON FUNCTION documents_cancelled(bigint), documents_issued_and_stands(bigint, date) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION documents_cancelled(bigint), documents_issued_and_stands(bigint, date) TO thenchot_web;
