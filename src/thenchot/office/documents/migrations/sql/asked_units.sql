-- Whom a direction asks reads the paper itself: its use in the unit, or by the person, is noted.
CREATE FUNCTION documents_note_asked() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
    INSERT INTO basis_paperuse (paper, code, unit, person)
    SELECT DISTINCT i.basis_id, used.code, used.unit, used.person
    FROM come JOIN documents_incoming i ON i.id = come.incoming_id
    CROSS JOIN LATERAL (VALUES
        ('documents.xem', come.unit_id, NULL::bigint), ('ca_nhan', NULL::bigint, come.person_id)
    ) used (code, unit, person)
    WHERE num_nonnulls(used.unit, used.person) = 1
    ON CONFLICT DO NOTHING;
    RETURN NULL;
END $$;
REVOKE ALL ON FUNCTION documents_note_asked() FROM PUBLIC;

CREATE TRIGGER asked_new AFTER INSERT ON documents_assignment REFERENCING NEW TABLE AS come
    FOR EACH STATEMENT EXECUTE FUNCTION documents_note_asked();
CREATE TRIGGER asked_change AFTER UPDATE ON documents_assignment REFERENCING NEW TABLE AS come
    FOR EACH STATEMENT EXECUTE FUNCTION documents_note_asked();

INSERT INTO basis_paperuse (paper, code, unit, person)
SELECT DISTINCT i.basis_id, used.code, used.unit, used.person
FROM documents_assignment a JOIN documents_incoming i ON i.id = a.incoming_id
CROSS JOIN LATERAL (VALUES
    ('documents.xem', a.unit_id, NULL::bigint), ('ca_nhan', NULL::bigint, a.person_id)
) used (code, unit, person)
WHERE num_nonnulls(used.unit, used.person) = 1
ON CONFLICT DO NOTHING;
