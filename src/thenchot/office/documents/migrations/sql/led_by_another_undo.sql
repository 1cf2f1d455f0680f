DROP FUNCTION documents_led_by_another(bigint);
