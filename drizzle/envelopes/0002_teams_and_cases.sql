CREATE TABLE `case_files` (
	`id` integer PRIMARY KEY NOT NULL,
	`association` text NOT NULL,
	`revision` integer NOT NULL,
	`touched_on` text NOT NULL,
	`bytes` blob NOT NULL
);
--> statement-breakpoint
CREATE INDEX `case_files_by_association` ON `case_files` (`association`,`id`);--> statement-breakpoint
CREATE TABLE `invitations` (
	`id` integer PRIMARY KEY NOT NULL,
	`locator_hash` text NOT NULL,
	`association` text NOT NULL,
	`until` text NOT NULL,
	`member` text,
	`note` blob NOT NULL,
	`answer` blob
);
--> statement-breakpoint
CREATE UNIQUE INDEX `invitations_locator_hash_unique` ON `invitations` (`locator_hash`);--> statement-breakpoint
CREATE INDEX `invitations_by_association` ON `invitations` (`association`);--> statement-breakpoint
CREATE TABLE `key_blobs` (
	`id` integer PRIMARY KEY NOT NULL,
	`locator_hash` text NOT NULL,
	`association` text NOT NULL,
	`member` text NOT NULL,
	`way` text NOT NULL,
	`since` text NOT NULL,
	`bytes` blob NOT NULL
);
--> statement-breakpoint
CREATE UNIQUE INDEX `key_blobs_locator_hash_unique` ON `key_blobs` (`locator_hash`);--> statement-breakpoint
CREATE INDEX `key_blobs_by_member` ON `key_blobs` (`association`,`member`);--> statement-breakpoint
CREATE TABLE `records` (
	`id` integer PRIMARY KEY NOT NULL,
	`association` text NOT NULL,
	`number` integer NOT NULL,
	`previous` text,
	`digest` text NOT NULL,
	`bytes` blob NOT NULL
);
--> statement-breakpoint
CREATE UNIQUE INDEX `records_in_order` ON `records` (`association`,`number`);--> statement-breakpoint
CREATE TABLE `rosters` (
	`id` integer PRIMARY KEY NOT NULL,
	`association` text NOT NULL,
	`number` integer NOT NULL,
	`roster` text NOT NULL,
	`digest` text NOT NULL,
	`by_key` text NOT NULL,
	`by_member` text NOT NULL
);
--> statement-breakpoint
CREATE UNIQUE INDEX `rosters_in_order` ON `rosters` (`association`,`number`);--> statement-breakpoint
CREATE TABLE `team_books` (
	`association` text PRIMARY KEY NOT NULL,
	`bytes` blob NOT NULL
);
--> statement-breakpoint
CREATE TABLE `team_members` (
	`id` integer PRIMARY KEY NOT NULL,
	`association` text NOT NULL,
	`member` text NOT NULL,
	`key` text NOT NULL,
	`role` text NOT NULL,
	`wrap` blob NOT NULL
);
--> statement-breakpoint
CREATE UNIQUE INDEX `team_members_once` ON `team_members` (`association`,`member`);--> statement-breakpoint
ALTER TABLE `sessions` ADD `member` text DEFAULT '' NOT NULL;