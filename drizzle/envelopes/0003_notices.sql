CREATE TABLE `notices` (
	`association` text PRIMARY KEY NOT NULL,
	`address` text,
	`locale` text NOT NULL,
	`digest_on` text,
	`reminded_on` text
);
--> statement-breakpoint
CREATE INDEX `envelopes_waiting` ON `envelopes` (`association`,`received_on`) WHERE acknowledged_on is null;