-- Nhật ký, chốt giữ và lịch sử. Run once by the owner; every function is SECURITY DEFINER with a
-- fixed search path, so the web role reaches journal and history only through them.

ALTER TABLE basis_journalentry
    ADD COLUMN xid xid8 NOT NULL DEFAULT pg_current_xact_id(),
    ALTER COLUMN id SET DEFAULT uuidv7(),
    ALTER COLUMN opened_at SET DEFAULT clock_timestamp();
CREATE INDEX journal_open_acts ON basis_journalentry (xid) WHERE seq IS NULL;

INSERT INTO basis_chainhead (id, seq, hash) VALUES (1, 0, sha256('Then Chốt'::bytea));

-- The act open in this very transaction, or null. Bound to the transaction, not to a session variable.
CREATE FUNCTION basis_open_entry() RETURNS uuid
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp
RETURN (SELECT id FROM basis_journalentry WHERE xid = pg_current_xact_id_if_assigned() AND seq IS NULL);

CREATE FUNCTION basis_open_act(act text, actor_id text, actor_name text) RETURNS uuid
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE
    opened uuid;
BEGIN
    IF basis_open_entry() IS NOT NULL THEN
        RAISE EXCEPTION 'an act is open already in this transaction' USING ERRCODE = 'TC002';
    END IF;
    INSERT INTO basis_journalentry (act, actor_id, actor_name)
    VALUES (act, actor_id, actor_name) RETURNING id INTO opened;
    RETURN opened;
END $$;

-- The text whose SHA-256 is the hash of a line; `journal verify` computes the same from outside.
CREATE FUNCTION basis_line_text(line basis_journalentry) RETURNS text
LANGUAGE sql STABLE SET search_path = public, pg_temp SET timezone = 'UTC'
RETURN jsonb_build_array(
    line.seq, line.id, line.act, line.actor_id, line.actor_name, line.opened_at, line.scope,
    line.instrument, line.sentence, line.reason, encode(line.digest, 'hex'), encode(line.prev, 'hex')
)::text;

-- Constraints first, the digest, then the one head row: nothing slow after the lock.
CREATE FUNCTION basis_close_act(scope text, instrument text, sentence text, reason text) RETURNS bigint
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE
    line basis_journalentry;
    head basis_chainhead;
BEGIN
    SELECT * INTO line FROM basis_journalentry WHERE id = basis_open_entry();
    IF line.id IS NULL THEN
        RAISE EXCEPTION 'no act is open in this transaction' USING ERRCODE = 'TC003';
    END IF;
    line.scope := scope;
    line.instrument := instrument;
    line.sentence := sentence;
    line.reason := reason;
    line.digest := (
        SELECT sha256(coalesce(string_agg(
            convert_to(format('%s|%s|%s|%s;', table_name, key, operation, encode(c.digest, 'hex')), 'UTF8'),
            ''::bytea ORDER BY c.id), ''::bytea))
        FROM basis_journalchange c WHERE c.entry = line.id);
    UPDATE basis_journalentry SET digest = line.digest WHERE id = line.id;
    SET CONSTRAINTS ALL IMMEDIATE;
    SELECT * INTO head FROM basis_chainhead FOR UPDATE;
    line.seq := head.seq + 1;
    line.prev := head.hash;
    line.hash := sha256(convert_to(basis_line_text(line), 'UTF8'));
    UPDATE basis_journalentry j
       SET seq = line.seq, prev = line.prev, hash = line.hash, scope = line.scope,
           instrument = line.instrument, sentence = line.sentence, reason = line.reason
     WHERE j.id = line.id;
    UPDATE basis_chainhead SET seq = line.seq, hash = line.hash;
    SET CONSTRAINTS ALL DEFERRED;
    RETURN line.seq;
END $$;

-- A commit with an act left open is refused. `digest` is set only inside basis_close_act, which
-- numbers the line in the same call or undoes everything.
CREATE FUNCTION basis_act_was_closed() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
    IF EXISTS (SELECT FROM basis_journalentry WHERE id = NEW.id AND digest IS NULL) THEN
        RAISE EXCEPTION 'an act was left open' USING ERRCODE = 'TC004';
    END IF;
    RETURN NULL;
END $$;
CREATE CONSTRAINT TRIGGER act_was_closed AFTER INSERT ON basis_journalentry
    DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION basis_act_was_closed();

-- Closed lines, their changes and all history stand for ever, for the owner too.
CREATE FUNCTION basis_stands() RETURNS trigger
LANGUAGE plpgsql SET search_path = public, pg_temp AS $$
BEGIN
    RAISE EXCEPTION '% of % is append-only', TG_OP, TG_TABLE_NAME USING ERRCODE = 'TC005';
END $$;
CREATE TRIGGER line_stands BEFORE UPDATE OR DELETE ON basis_journalentry
    FOR EACH ROW WHEN (OLD.seq IS NOT NULL) EXECUTE FUNCTION basis_stands();
CREATE TRIGGER change_stands BEFORE UPDATE OR DELETE ON basis_journalchange
    FOR EACH ROW EXECUTE FUNCTION basis_stands();
CREATE TRIGGER journal_stays BEFORE TRUNCATE ON basis_journalentry
    FOR EACH STATEMENT EXECUTE FUNCTION basis_stands();
CREATE TRIGGER change_stays BEFORE TRUNCATE ON basis_journalchange
    FOR EACH STATEMENT EXECUTE FUNCTION basis_stands();

-- Guard of every protected table: a row is written only by the act open in this transaction.
-- Exempt is a session logged in as the owner (inside a SECURITY DEFINER function: session_user =
-- current_user), that is, a migration; a migration that changes rows opens an act of its own.
CREATE FUNCTION basis_guard() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE
    opened uuid := basis_open_entry();
BEGIN
    IF opened IS NULL THEN
        IF session_user = current_user THEN
            RETURN coalesce(NEW, OLD);
        END IF;
        RAISE EXCEPTION 'no open act in this transaction for %', TG_TABLE_NAME USING ERRCODE = 'TC001';
    END IF;
    IF TG_OP = 'DELETE' THEN
        RETURN OLD;
    END IF;
    IF NEW.entry IS DISTINCT FROM opened THEN
        RAISE EXCEPTION 'entry of % is not the open act', TG_TABLE_NAME USING ERRCODE = 'TC001';
    END IF;
    IF TG_OP = 'UPDATE' AND NEW.id <> OLD.id THEN
        RAISE EXCEPTION 'the key of % never changes', TG_TABLE_NAME USING ERRCODE = 'TC001';
    END IF;
    NEW.recorded_at := transaction_timestamp();
    RETURN NEW;
END $$;

-- The row as it is hashed: canonical JSON (jsonb keeps one order of keys), empty columns left out,
-- so that a column added later changes no digest.
CREATE FUNCTION basis_row_digest(kept jsonb) RETURNS bytea
LANGUAGE sql IMMUTABLE PARALLEL SAFE
RETURN sha256(convert_to(jsonb_strip_nulls(kept)::text, 'UTF8'));

-- One function for three statement triggers: notes each changed row, moves former rows to history.
CREATE FUNCTION basis_keep() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp
SET timezone = 'UTC' SET datestyle = 'ISO, YMD' AS $$
DECLARE
    opened uuid := basis_open_entry();
    columns text;
BEGIN
    IF opened IS NULL THEN
        RETURN NULL;  -- a migration of the owner
    END IF;
    IF TG_OP = 'DELETE' THEN
        INSERT INTO basis_journalchange (entry, table_name, key, operation, digest)
        SELECT opened, TG_TABLE_NAME, gone.id, 'D', basis_row_digest(to_jsonb(gone)) FROM gone ORDER BY gone.id;
    ELSE
        INSERT INTO basis_journalchange (entry, table_name, key, operation, digest)
        SELECT opened, TG_TABLE_NAME, come.id, left(TG_OP, 1), basis_row_digest(to_jsonb(come)) FROM come ORDER BY come.id;
    END IF;
    IF TG_OP <> 'INSERT' THEN
        SELECT string_agg(quote_ident(attname), ', ' ORDER BY attnum) INTO columns
        FROM pg_attribute WHERE attrelid = TG_RELID AND attnum > 0 AND NOT attisdropped;
        EXECUTE format(
            'INSERT INTO %I (%s, superseded_by, superseded_how) SELECT %s, $1, $2 FROM gone ORDER BY gone.id',
            TG_TABLE_NAME || '_history', columns, columns) USING opened, left(TG_OP, 1);
    END IF;
    RETURN NULL;
END $$;

REVOKE ALL ON FUNCTION basis_open_act(text, text, text), basis_close_act(text, text, text, text) FROM PUBLIC;
