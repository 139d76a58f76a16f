ALTER TABLE `case_files` DROP COLUMN `touched_on`;--> statement-breakpoint
ALTER TABLE `envelopes` DROP COLUMN `declined_on`;