-- Quan hệ giữa văn bản: no circle of papers, and a cited paper is joined when it is registered.

-- Whether `paper` is reached from `from_paper` by relations.
CREATE FUNCTION documents_leads_to(from_paper bigint, paper bigint) RETURNS boolean
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
    WITH RECURSIVE onward (id) AS (
        SELECT from_paper
        UNION
        SELECT r.to_id FROM documents_relation r JOIN onward o ON o.id = r.paper_id
        WHERE r.to_id IS NOT NULL
    )
    SELECT EXISTS (SELECT FROM onward WHERE id = paper)
$$;

-- Two who record at once wait for one another: either alone would not see the other's half.
CREATE FUNCTION documents_no_circle() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
    IF NEW.to_id IS NULL THEN
        RETURN NEW;
    END IF;
    PERFORM pg_advisory_xact_lock(hashtextextended('documents_relation', 0));
    IF documents_leads_to(NEW.to_id, NEW.paper_id) THEN
        RAISE EXCEPTION 'relations of papers make a circle'
            USING ERRCODE = '23514', CONSTRAINT = 'relation_makes_no_circle';
    END IF;
    RETURN NEW;
END $$;

CREATE TRIGGER no_circle BEFORE INSERT OR UPDATE ON documents_relation
    FOR EACH ROW EXECUTE FUNCTION documents_no_circle();

-- A paper registered, or given its day: what cited it by number and day is joined with it, unless
-- another paper bears both, or a circle or a second line would come of it.
CREATE FUNCTION documents_join_cited() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
    IF NEW.issued_on IS NULL OR EXISTS (
        SELECT FROM basis_instrument i
        WHERE i.number_sign = NEW.number_sign AND i.issued_on = NEW.issued_on AND i.id <> NEW.id
    ) THEN
        RETURN NULL;
    END IF;
    UPDATE documents_relation r SET to_id = NEW.id, entry = NEW.entry
    WHERE r.to_id IS NULL AND r.cited_sign = NEW.number_sign AND r.cited_on = NEW.issued_on
      AND NOT documents_leads_to(NEW.id, r.paper_id)
      AND NOT EXISTS (
        SELECT FROM documents_relation o
        WHERE o.paper_id = r.paper_id AND o.kind = r.kind AND o.to_id = NEW.id AND o.part = r.part)
      AND NOT EXISTS (
        SELECT FROM documents_relation o
        WHERE o.to_id IS NULL AND o.paper_id = r.paper_id AND o.kind = r.kind AND o.part = r.part
          AND o.cited_sign = r.cited_sign AND o.cited_on = r.cited_on AND o.id < r.id);
    RETURN NULL;
END $$;

CREATE TRIGGER join_cited AFTER INSERT OR UPDATE OF number_sign, issued_on ON basis_instrument
    FOR EACH ROW EXECUTE FUNCTION documents_join_cited();

REVOKE ALL ON FUNCTION documents_leads_to(bigint, bigint), documents_no_circle(), documents_join_cited()
    FROM PUBLIC;
