DROP TRIGGER signed_new ON drafting_draftpaper;
DROP TRIGGER signed_change ON drafting_draftpaper;
DROP FUNCTION drafting_signed_before_numbered();
