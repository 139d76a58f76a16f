CREATE TABLE `departures` (
	`association` text PRIMARY KEY NOT NULL,
	`since` text NOT NULL
);
--> statement-breakpoint
CREATE TABLE `purges` (
	`day` text NOT NULL,
	`kind` text NOT NULL,
	`count` integer NOT NULL,
	PRIMARY KEY(`day`, `kind`)
);
--> statement-breakpoint
CREATE INDEX `envelopes_unopened` ON `envelopes` (`received_on`) WHERE acknowledged_on is null;--> statement-breakpoint
CREATE INDEX `envelopes_by_standing` ON `envelopes` (`standing`,`touched_on`);--> statement-breakpoint
CREATE INDEX `expired_envelopes_by_day` ON `expired_envelopes` (`expired_on`);--> statement-breakpoint
CREATE INDEX `part_holds_by_end` ON `part_holds` (`held_until`);--> statement-breakpoint
CREATE INDEX `parts_by_day` ON `parts` (`leaving`,`kept_on`);--> statement-breakpoint
CREATE INDEX `spent_proofs_by_end` ON `spent_proofs` (`expires_at`);--> statement-breakpoint
CREATE INDEX `upload_permits_by_end` ON `upload_permits` (`expires_at`);