-- Who recorded something about these units since a moment, for one who may record there too: a name
-- and a time, never the words, which belong to those who read the journal.
CREATE FUNCTION basis_recorded_since(asked text, since timestamptz, units bigint[])
RETURNS TABLE (actor_name text, opened_at timestamptz)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
    SELECT line.actor_name, line.opened_at FROM basis_journalentry line
    WHERE line.seq IS NOT NULL AND line.actor_id <> basis_asking()
      AND line.opened_at > greatest(since, statement_timestamp() - interval '1 day')
      AND string_to_array(nullif(line.scope, ''), ',')::bigint[] && ARRAY(
          SELECT u FROM unnest(units) u
          WHERE basis_everywhere(asked) OR u IN (SELECT r FROM basis_reach(asked) r))
    ORDER BY line.seq DESC LIMIT 3
$$;
REVOKE ALL ON FUNCTION basis_recorded_since(text, timestamptz, bigint[]) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION basis_recorded_since(text, timestamptz, bigint[]) TO thenchot_web;

-- A paper registered by an act that is undone leaves the register with it.
CREATE POLICY writes_delete ON basis_instrument FOR DELETE TO thenchot_web
    USING ((SELECT basis_everywhere((SELECT basis_right())))
        OR kept_by IN (SELECT u FROM basis_reach((SELECT basis_right())) u));
