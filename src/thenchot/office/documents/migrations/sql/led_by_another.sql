-- Whether a later direction gave the lead of a part to another: asked by a unit that sees only its own part.
CREATE FUNCTION documents_led_by_another(asked bigint) RETURNS boolean
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
    SELECT EXISTS (
        SELECT FROM documents_assignment part
        JOIN documents_assignment later
          ON later.incoming_id = part.incoming_id AND later.part = part.part
         AND later.direction_id > part.direction_id
        WHERE part.id = asked AND part.part = 'chu_tri')
$$;
REVOKE ALL ON FUNCTION documents_led_by_another(bigint) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION documents_led_by_another(bigint) TO thenchot_web;
