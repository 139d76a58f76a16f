// Where the migrations of the statistics store are generated from, and to.
import { defineConfig } from 'drizzle-kit'

export default defineConfig({
  dialect: 'sqlite',
  schema: './src/db/statistics/schema.ts',
  out: './drizzle/statistics',
})
