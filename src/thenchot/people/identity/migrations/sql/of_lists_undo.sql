ALTER POLICY writes_insert ON identity_personnumber WITH CHECK (
    (SELECT basis_everywhere((SELECT basis_right()))) OR ((SELECT basis_holds((SELECT basis_right())))));
DROP FUNCTION identity_taken(text[], text[], date);
DROP FUNCTION identity_brought(bigint);
