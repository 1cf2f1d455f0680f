DROP TRIGGER keeps_file ON basis_instrument;
DROP FUNCTION basis_keeps_file();
