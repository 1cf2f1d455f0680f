-- Papers of these numbers, issuers and days that some register of papers holds, for the organ that is
-- registering what came to it: one letter goes to many, each has its own line, and the paper is one.
-- Only inside an act of that right in that organ. A paper that is nothing but the ground of facts is
-- not among them, nor one that tells a closed fact: nobody draws those by guessing a number.
-- Whoever registers the same papers in the same moment waits here, in one order, and finds them after.
CREATE FUNCTION documents_stored(organ bigint, signs text[], issuers text[], days date[])
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
REVOKE ALL ON FUNCTION documents_stored(bigint, text[], text[], date[]) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION documents_stored(bigint, text[], text[], date[]) TO thenchot_web;
