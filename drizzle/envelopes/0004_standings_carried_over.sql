UPDATE `envelopes` SET `touched_on` = `acknowledged_on`, `standing` = CASE WHEN `declined_on` IS NOT NULL THEN 'declined' END;
