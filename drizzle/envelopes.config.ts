// Where the migrations of the envelopes store are generated from, and to.
import { defineConfig } from 'drizzle-kit'

export default defineConfig({
  dialect: 'sqlite',
  schema: './src/db/envelopes/schema.ts',
  out: './drizzle/envelopes',
})
