DROP POLICY writes_delete ON basis_instrument;
DROP FUNCTION basis_recorded_since(text, timestamptz, bigint[]);
