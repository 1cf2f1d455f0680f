-- Whose token this is on a day, and with which rights: asked before there is an actor whose wall
-- could be asked. Nothing for a secret that is unknown, over, or of a token not yet begun.
CREATE FUNCTION access_token(secret bytea, day date)
RETURNS TABLE (token bigint, account bigint, name text, rights text[])
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp
BEGIN ATOMIC
    SELECT t.id, t.account_id, t.name, t.rights
    FROM access_tokensecret s JOIN access_apitoken t ON t.id = s.token_id
    WHERE s.digest = secret AND t.effective @> day;
END;
