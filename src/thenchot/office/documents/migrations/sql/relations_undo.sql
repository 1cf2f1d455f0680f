DROP TRIGGER join_cited ON basis_instrument;
DROP FUNCTION documents_join_cited();
DROP TRIGGER no_circle ON documents_relation;
DROP FUNCTION documents_no_circle();
DROP FUNCTION documents_leads_to(bigint, bigint);
