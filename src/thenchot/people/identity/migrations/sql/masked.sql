-- Which numbers a person has on a day, with their last signs only: for whoever may open them with a
-- reason, and for the person. The whole number stays behind the wall of the table.
CREATE FUNCTION identity_masked(whom bigint, on_day date)
RETURNS TABLE (kind text, signs integer, tail text)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
    SELECT n.kind, length(n.number), right(n.number, least(3, length(n.number) / 2))
    FROM identity_personnumber n
    WHERE n.person_id = whom AND n.effective @> on_day
      AND (basis_everywhere('identity.xem_so')
           OR whom IN (SELECT p FROM basis_people('identity.xem_so', true) p)
           OR whom = basis_self())
$$;
REVOKE ALL ON FUNCTION identity_masked(bigint, date) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION identity_masked(bigint, date) TO thenchot_web;

-- Numbers are opened, with a reason, by whoever has the right to see them.
ALTER POLICY writes_insert ON basis_disclosure WITH CHECK (
    actor = basis_asking() AND ((SELECT basis_holds('basis.mo_nhay_cam'))
        OR kind = 'so_dinh_danh' AND (SELECT basis_holds('identity.xem_so'))));
