ALTER POLICY writes_insert ON basis_disclosure WITH CHECK (
    actor = basis_asking() AND (SELECT basis_holds('basis.mo_nhay_cam')));
DROP FUNCTION identity_masked(bigint, date);
