DROP FUNCTION basis_files_to_empty(bigint);
DROP FUNCTION basis_empty(bigint);
DROP FUNCTION basis_forget_unnamed(text[]);
DROP FUNCTION basis_removed_with(bigint);
DROP FUNCTION basis_removing();
CREATE OR REPLACE FUNCTION basis_stands() RETURNS trigger
LANGUAGE plpgsql SET search_path = public, pg_temp AS $$
BEGIN
    RAISE EXCEPTION '% of % is append-only', TG_OP, TG_TABLE_NAME USING ERRCODE = 'TC005';
END $$;
