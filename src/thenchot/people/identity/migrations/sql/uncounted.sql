-- Numbers of people are no figure: while figures are counted they stay closed until opened with a reason.
ALTER POLICY reads ON identity_personnumber USING (
    (((SELECT basis_everywhere('identity.xem_so'))
        OR person_id IN (SELECT p FROM basis_people('identity.xem_so', true) p))
     AND ((SELECT basis_opened('so_dinh_danh'))
        OR person_id IN (SELECT p FROM basis_opened_people('so_dinh_danh') p)))
    OR person_id = (SELECT basis_self())
    OR (SELECT basis_everywhere((SELECT basis_right())))
    OR person_id IN (SELECT p FROM basis_people((SELECT basis_right()), true) p)
    OR entry = (SELECT basis_open_entry()));
ALTER POLICY reads ON identity_personnumber_history USING (
    (((SELECT basis_everywhere('identity.xem_so'))
        OR person_id IN (SELECT p FROM basis_people('identity.xem_so', true) p))
     AND ((SELECT basis_opened('so_dinh_danh'))
        OR person_id IN (SELECT p FROM basis_opened_people('so_dinh_danh') p)))
    OR person_id = (SELECT basis_self())
    OR (SELECT basis_everywhere((SELECT basis_right())))
    OR person_id IN (SELECT p FROM basis_people((SELECT basis_right()), true) p)
    OR entry = (SELECT basis_open_entry()));
