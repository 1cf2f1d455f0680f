DROP TRIGGER typed_words_stand ON documents_incoming;
DROP FUNCTION documents_typed_words_stand();
DROP TRIGGER keeper_stays ON basis_instrument;
DROP FUNCTION documents_keeper_stays();
DROP FUNCTION documents_take_over(bigint, bigint, text, text, text, text, text);
DROP FUNCTION documents_typed(bigint, text[], text[], date[]);
DROP FUNCTION documents_issues(bigint, text, date);
