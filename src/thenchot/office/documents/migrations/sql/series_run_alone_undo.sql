DROP TRIGGER alone_new ON documents_series;
DROP TRIGGER alone_change ON documents_series;
DROP FUNCTION documents_series_alone();
