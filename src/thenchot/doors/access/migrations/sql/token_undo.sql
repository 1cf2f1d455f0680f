DROP FUNCTION access_token(bytea, date);
