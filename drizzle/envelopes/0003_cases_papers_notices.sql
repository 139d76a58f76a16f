CREATE TABLE `association_papers` (
	`id` integer PRIMARY KEY NOT NULL,
	`association` text NOT NULL,
	`paper` text NOT NULL,
	`revision` integer NOT NULL,
	`bytes` blob NOT NULL
);
--> statement-breakpoint
CREATE UNIQUE INDEX `association_papers_once` ON `association_papers` (`association`,`paper`);--> statement-breakpoint
CREATE TABLE `notices` (
	`association` text PRIMARY KEY NOT NULL,
	`address` text,
	`locale` text NOT NULL,
	`digest_on` text,
	`reminded_on` text
);
--> statement-breakpoint
ALTER TABLE `envelopes` ADD `touched_on` text;--> statement-breakpoint
ALTER TABLE `envelopes` ADD `standing` text;--> statement-breakpoint
CREATE INDEX `envelopes_by_touch` ON `envelopes` (`touched_on`);--> statement-breakpoint
CREATE INDEX `envelopes_waiting` ON `envelopes` (`association`,`received_on`) WHERE acknowledged_on is null;--> statement-breakpoint
ALTER TABLE `expired_envelopes` ADD `status` text DEFAULT 'expired' NOT NULL;