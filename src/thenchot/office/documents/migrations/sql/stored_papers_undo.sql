DROP FUNCTION documents_stored(bigint, text[], text[], date[]);
