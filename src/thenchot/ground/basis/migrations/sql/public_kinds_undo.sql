ALTER POLICY reads ON basis_instrument USING (
    (SELECT basis_everywhere('basis.xem_van_ban'))
    OR kind IN ('nghi_quyet', 'ke_hoach', 'de_an', 'ket_luan', 'thong_bao', 'quy_dinh', 'huong_dan', 'dieu_le')
       AND (SELECT basis_works())
    OR entry = (SELECT basis_open_entry())
    OR (SELECT basis_counting()) AND (SELECT basis_holds('indicators.xem'))  -- for the marks of records
    OR EXISTS (
        SELECT FROM basis_paperuse used WHERE used.paper = basis_instrument.id AND (
            used.code = 'moi_nguoi' AND (SELECT basis_works())
            OR used.code IN (SELECT c FROM basis_everywhere_codes() c)
            OR (used.code, used.unit) IN (SELECT r.code, r.unit FROM basis_reaches() r)
            OR used.code = 'register.xem' AND (
                (SELECT basis_everywhere('register.xem'))
                OR used.person IN (SELECT p FROM basis_people('register.xem', false) p))
            OR used.person = (SELECT basis_self()))));
ALTER POLICY reads ON basis_instrument_history USING (
    (SELECT basis_everywhere('basis.xem_van_ban'))
    OR kind IN ('nghi_quyet', 'ke_hoach', 'de_an', 'ket_luan', 'thong_bao', 'quy_dinh', 'huong_dan', 'dieu_le')
       AND (SELECT basis_works())
    OR entry = (SELECT basis_open_entry())
    OR (SELECT basis_counting()) AND (SELECT basis_holds('indicators.xem'))  -- for the marks of records
    OR EXISTS (
        SELECT FROM basis_paperuse used WHERE used.paper = basis_instrument_history.id AND (
            used.code = 'moi_nguoi' AND (SELECT basis_works())
            OR used.code IN (SELECT c FROM basis_everywhere_codes() c)
            OR (used.code, used.unit) IN (SELECT r.code, r.unit FROM basis_reaches() r)
            OR used.code = 'register.xem' AND (
                (SELECT basis_everywhere('register.xem'))
                OR used.person IN (SELECT p FROM basis_people('register.xem', false) p))
            OR used.person = (SELECT basis_self()))));
