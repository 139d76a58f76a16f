ALTER TABLE `envelopes` ADD `touched_on` text;--> statement-breakpoint
ALTER TABLE `envelopes` ADD `standing` text DEFAULT 'received' NOT NULL;--> statement-breakpoint
CREATE INDEX `envelopes_by_touch` ON `envelopes` (`touched_on`);--> statement-breakpoint
ALTER TABLE `expired_envelopes` ADD `status` text DEFAULT 'expired' NOT NULL;