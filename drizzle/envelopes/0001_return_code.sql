CREATE TABLE `decoy_cells` (
	`id` integer PRIMARY KEY NOT NULL,
	`bytes` blob NOT NULL
);
--> statement-breakpoint
CREATE TABLE `expired_envelopes` (
	`id` integer PRIMARY KEY NOT NULL,
	`token_hash` text NOT NULL,
	`expired_on` text NOT NULL
);
--> statement-breakpoint
CREATE UNIQUE INDEX `expired_envelopes_token_hash_unique` ON `expired_envelopes` (`token_hash`);--> statement-breakpoint
CREATE TABLE `mailbox_cells` (
	`id` integer PRIMARY KEY NOT NULL,
	`mailbox` text NOT NULL,
	`message` integer NOT NULL,
	`cell` integer NOT NULL,
	`cells` integer NOT NULL,
	`received_on` text NOT NULL,
	`kept_until` text NOT NULL,
	`bytes` blob NOT NULL
);
--> statement-breakpoint
CREATE UNIQUE INDEX `mailbox_cells_in_order` ON `mailbox_cells` (`mailbox`,`received_on`,`message`,`cell`);--> statement-breakpoint
CREATE INDEX `mailbox_cells_by_end` ON `mailbox_cells` (`kept_until`);--> statement-breakpoint
CREATE TABLE `part_bytes` (
	`id` integer PRIMARY KEY NOT NULL,
	`sha256` text NOT NULL,
	`bytes` blob NOT NULL
);
--> statement-breakpoint
CREATE UNIQUE INDEX `part_bytes_sha256_unique` ON `part_bytes` (`sha256`);--> statement-breakpoint
CREATE TABLE `part_holds` (
	`id` integer PRIMARY KEY NOT NULL,
	`part` text NOT NULL,
	`hold_hash` text NOT NULL,
	`held_until` text NOT NULL
);
--> statement-breakpoint
CREATE UNIQUE INDEX `part_holds_hold_hash_unique` ON `part_holds` (`hold_hash`);--> statement-breakpoint
CREATE INDEX `part_holds_by_part` ON `part_holds` (`part`);--> statement-breakpoint
CREATE TABLE `parts` (
	`id` integer PRIMARY KEY NOT NULL,
	`sha256` text NOT NULL,
	`length_bytes` integer NOT NULL,
	`kept_on` text NOT NULL,
	`leaving` integer NOT NULL
);
--> statement-breakpoint
CREATE UNIQUE INDEX `parts_sha256_unique` ON `parts` (`sha256`);--> statement-breakpoint
CREATE TABLE `upload_permits` (
	`id` integer PRIMARY KEY NOT NULL,
	`permit_hash` text NOT NULL,
	`parts_left` integer NOT NULL,
	`expires_at` integer NOT NULL
);
--> statement-breakpoint
CREATE UNIQUE INDEX `upload_permits_permit_hash_unique` ON `upload_permits` (`permit_hash`);--> statement-breakpoint
ALTER TABLE `envelopes` ADD `declined_on` text;