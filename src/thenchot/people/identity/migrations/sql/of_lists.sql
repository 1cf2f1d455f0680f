-- Which of these numbers are somebody's on a day or later, for whoever may record numbers: the act would
-- refuse them all the same. Whose they are is not told.
CREATE FUNCTION identity_taken(kinds text[], numbers text[], on_day date)
RETURNS TABLE (kind text, number text)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
    SELECT DISTINCT n.kind, n.number::text
    FROM unnest(kinds, numbers) asked (kind, number)
    JOIN identity_personnumber n ON n.kind = asked.kind AND n.number = asked.number
    WHERE (upper(n.effective) IS NULL OR upper(n.effective) > on_day) AND basis_holds('identity.ghi_so')
$$;
REVOKE ALL ON FUNCTION identity_taken(text[], text[], date) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION identity_taken(text[], text[], date) TO thenchot_web;

-- Whether a paper has brought numbers, now or formerly: its list opens to nobody then.
CREATE FUNCTION identity_brought(paper bigint) RETURNS boolean
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
    SELECT EXISTS (SELECT FROM identity_personnumber WHERE basis_id = paper)
        OR EXISTS (SELECT FROM identity_personnumber_history WHERE basis_id = paper)
$$;
REVOKE ALL ON FUNCTION identity_brought(bigint) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION identity_brought(bigint) TO thenchot_web;

-- A number enters only in the name of whoever may record numbers of that person, whatever right the
-- open act asks for; an act that takes back what was done brings back what was there.
ALTER POLICY writes_insert ON identity_personnumber WITH CHECK (
    (SELECT basis_everywhere('identity.ghi_so'))
    OR person_id IN (SELECT p FROM basis_people('identity.ghi_so', true) p)
    OR ((SELECT basis_right()) = 'basis.huy_bai_bo' AND (SELECT basis_holds('basis.huy_bai_bo'))));
