CREATE TABLE `cards` (
	`id` integer PRIMARY KEY NOT NULL,
	`window` text NOT NULL,
	`sealed` blob NOT NULL
);
