DROP TRIGGER asked_new ON documents_assignment;
DROP TRIGGER asked_change ON documents_assignment;
DROP FUNCTION documents_note_asked();
