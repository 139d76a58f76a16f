CREATE TABLE `batches` (
	`quarter` text PRIMARY KEY NOT NULL,
	`counted` integer NOT NULL
);
