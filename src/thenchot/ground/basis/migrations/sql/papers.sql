-- The wall round papers, openings of sensitive information and the journal itself.
ALTER TABLE basis_instrument ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
ALTER TABLE basis_instrument_history ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
ALTER TABLE basis_disclosure ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
ALTER TABLE basis_disclosure_history ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
ALTER TABLE basis_journalentry ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
ALTER TABLE basis_journalchange ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
CREATE POLICY keeper ON basis_instrument TO CURRENT_USER USING (true) WITH CHECK (true);
CREATE POLICY keeper ON basis_instrument_history TO CURRENT_USER USING (true) WITH CHECK (true);
CREATE POLICY keeper ON basis_disclosure TO CURRENT_USER USING (true) WITH CHECK (true);
CREATE POLICY keeper ON basis_disclosure_history TO CURRENT_USER USING (true) WITH CHECK (true);
CREATE POLICY keeper ON basis_journalentry TO CURRENT_USER USING (true) WITH CHECK (true);
CREATE POLICY keeper ON basis_journalchange TO CURRENT_USER USING (true) WITH CHECK (true);

-- A paper is read by whoever keeps the registers, by all who work here where its kind is public,
-- and otherwise where the reader may see what rests on it.
CREATE POLICY reads ON basis_instrument FOR SELECT TO thenchot_web USING (
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
CREATE POLICY reads ON basis_instrument_history FOR SELECT TO thenchot_web USING (
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
CREATE POLICY writes_insert ON basis_instrument FOR INSERT TO thenchot_web WITH CHECK (
    (SELECT basis_everywhere((SELECT basis_right())))
    OR kept_by IN (SELECT u FROM basis_reach((SELECT basis_right())) u));
CREATE POLICY writes_update ON basis_instrument FOR UPDATE TO thenchot_web
    USING ((SELECT basis_holds((SELECT basis_right()))))  -- to lock it while something comes to rest on it
    WITH CHECK ((SELECT basis_everywhere((SELECT basis_right())))
        OR kept_by IN (SELECT u FROM basis_reach((SELECT basis_right())) u));

CREATE POLICY reads ON basis_disclosure FOR SELECT TO thenchot_web USING (
    actor = basis_asking() OR (SELECT basis_everywhere('basis.xem_nhat_ky')));
CREATE POLICY reads ON basis_disclosure_history FOR SELECT TO thenchot_web USING (
    actor = basis_asking() OR (SELECT basis_everywhere('basis.xem_nhat_ky')));
CREATE POLICY writes_insert ON basis_disclosure FOR INSERT TO thenchot_web WITH CHECK (
    actor = basis_asking() AND (SELECT basis_holds('basis.mo_nhay_cam')));

CREATE POLICY reads ON basis_journalentry FOR SELECT TO thenchot_web USING (
    actor_id = basis_asking() OR (SELECT basis_everywhere('basis.xem_nhat_ky')));
CREATE POLICY reads ON basis_journalchange FOR SELECT TO thenchot_web USING (
    (SELECT basis_everywhere('basis.xem_nhat_ky')));
