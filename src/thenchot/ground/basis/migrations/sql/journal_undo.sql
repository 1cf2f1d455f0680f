DROP FUNCTION basis_keep() CASCADE;
DROP FUNCTION basis_row_digest(jsonb);
DROP FUNCTION basis_guard() CASCADE;
DROP FUNCTION basis_stands() CASCADE;
DROP FUNCTION basis_act_was_closed() CASCADE;
DROP FUNCTION basis_close_act(text, text, text, text);
DROP FUNCTION basis_line_text(basis_journalentry);
DROP FUNCTION basis_open_act(text, text, text);
DROP FUNCTION basis_open_entry();
