DROP TRIGGER stands ON drafting_submissionpiece;
DROP FUNCTION drafting_piece_stands();
